import {
  BOLD,
  decoration,
  INK,
  MARGIN,
  PLAIN,
  printable,
  roomOf,
  rule,
  SIZES,
  widthOf,
  type Struct,
} from './pdf-look.js';

type Doc = PDFKit.PDFDocument;

interface Column {
  readonly left: number;
  readonly width: number;
  readonly number: boolean;
}

const GAP = 14;
const PADDING = 4;
/** Of a column that is not the first. */
const WIDEST = 110;

/** Numbers, dashes and what stands around them. */
const NUMBER = /^[–\d][\d\s.,:%€–\u00a0\u202f()-]*$|^€/;

/** A table that goes on under its headings on the next page. */
export function drawTable(
  doc: Doc,
  root: Struct,
  { headings, rows }: { readonly headings: readonly string[]; readonly rows: readonly (readonly string[])[] },
): void {
  const columns = columnsOf(doc, headings, rows);
  const table = doc.struct('Table');
  root.add(table);
  const width = columns.reduce((end, one) => Math.max(end, one.left + one.width), 0);
  const heads = { doc, columns, width, cells: headings, head: true };
  drawRow(heads, table);
  for (const cells of rows) {
    const row = { doc, columns, width, cells, head: false };
    if (heightOf(row) > roomOf(doc)) {
      doc.addPage();
      decoration(doc, 'Layout', () => drawCells(heads));
      ruleUnder(heads);
    }
    drawRow(row, table);
  }
  table.end();
  doc.x = MARGIN.side;
}

interface Row {
  readonly doc: Doc;
  readonly columns: readonly Column[];
  readonly width: number;
  readonly cells: readonly string[];
  readonly head: boolean;
}

function columnsOf(doc: Doc, headings: readonly string[], rows: readonly (readonly string[])[]): Column[] {
  const [first = 0, ...others] = headings.map((heading, at) => {
    doc.font(PLAIN).fontSize(SIZES.small);
    const widest = Math.max(0, ...rows.map((row) => doc.widthOfString(printable(row[at] ?? ''))));
    doc.font(BOLD);
    const words = heading.split(/\s/).map((word) => doc.widthOfString(printable(word)));
    // A long heading takes two lines or three, not one for each word.
    const whole = doc.widthOfString(printable(heading));
    return Math.ceil(Math.max(widest, whole / 2, ...words)) + 2;
  });
  const widths = others.map((width) => Math.min(WIDEST, Math.max(44, width)));
  const taken = widths.reduce((sum, width) => sum + width + GAP, 0);
  const all = [Math.min(Math.max(first, 150), widthOf(doc) - taken), ...widths];
  return all.map((width, at) => ({
    left: all.slice(0, at).reduce((sum, one) => sum + one + GAP, 0),
    width,
    number: at > 0 && rows.every((row) => NUMBER.test(row[at] ?? '')),
  }));
}

function heightOf({ doc, columns, cells, head }: Row): number {
  doc.font(head ? BOLD : PLAIN).fontSize(SIZES.small);
  const heights = cells.map((cell, at) =>
    doc.heightOfString(printable(cell), { width: columns[at]?.width ?? 0 }),
  );
  return Math.max(0, ...heights) + 2 * PADDING;
}

function drawRow(row: Row, table: Struct): void {
  const { doc, head } = row;
  const element = doc.struct('TR');
  table.add(element);
  drawCells(row, (draw) => element.add(doc.struct(head ? 'TH' : 'TD', {}, draw)));
  element.end();
  ruleUnder(row);
}

function drawCells(row: Row, each: (draw: () => void) => unknown = (draw) => draw()): void {
  const { doc, columns, cells, head } = row;
  const height = heightOf(row);
  const top = doc.y;
  cells.forEach((cell, at) => {
    const column = columns[at];
    if (column === undefined) return;
    const align = column.number ? 'right' : 'left';
    each(() => {
      doc
        .font(head ? BOLD : PLAIN)
        .fontSize(SIZES.small)
        .fillColor(INK)
        .text(printable(cell), MARGIN.side + column.left, top + PADDING, { width: column.width, align });
    });
  });
  doc.y = top + height;
}

const ruleUnder = ({ doc, width, head }: Row): void => rule(doc, doc.y, width, head ? INK : undefined);

import {
  INK,
  LINE,
  MARGIN,
  PLAIN,
  printable,
  SERIES,
  SIZES,
  SOFT,
  widthOf,
  type Struct,
} from './pdf-look.js';

type Doc = PDFKit.PDFDocument;

/** Bars on top of each other along days, hours or months. */
export interface PdfBars {
  /** what the picture shows, in a sentence: read aloud in its place */
  readonly description: string;
  readonly labels: readonly string[];
  /** six at most */
  readonly series: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** the lines behind, the last one at the top */
  readonly steps: readonly number[];
  readonly format: (value: number) => string;
}

export const BARS_HEIGHT = 150;
const AXIS = 40;
const SMALL = SIZES.small - 1;

/** Draws the picture where the document has come, and its legend below. */
export function drawBars(doc: Doc, root: Struct, bars: PdfBars): void {
  const alt = printable(bars.description);
  root.add(
    doc.struct('Figure', { alt }, () => {
      const top = doc.y;
      grid(doc, bars, top);
      piles(doc, bars, top);
      doc.y = top + BARS_HEIGHT + 16;
      legend(doc, bars);
    }),
  );
  doc.x = MARGIN.side;
}

const plotWidth = (doc: Doc): number => widthOf(doc) - AXIS;

function grid(doc: Doc, { labels, steps, format }: PdfBars, top: number): void {
  const highest = steps.at(-1) ?? 1;
  const width = plotWidth(doc);
  doc.font(PLAIN).fontSize(SMALL).fillColor(SOFT);
  for (const step of steps) {
    const y = top + BARS_HEIGHT - (step / highest) * BARS_HEIGHT;
    doc
      .moveTo(MARGIN.side, y)
      .lineTo(MARGIN.side + width, y)
      .lineWidth(0.5)
      .stroke(LINE);
    doc.text(printable(format(step)), MARGIN.side + width + 6, y - 4, { width: AXIS - 6, lineBreak: false });
  }
  const every = Math.max(1, Math.ceil(labels.length / 16));
  const slot = width / Math.max(1, labels.length);
  labels.forEach((label, at) => {
    if ((labels.length - 1 - at) % every !== 0) return;
    const left = MARGIN.side + slot * (at + 0.5) - 20;
    doc.text(printable(label), left, top + BARS_HEIGHT + 5, { width: 40, align: 'center', lineBreak: false });
  });
}

function piles(doc: Doc, { labels, series, steps }: PdfBars, top: number): void {
  const highest = steps.at(-1) ?? 1;
  const slot = plotWidth(doc) / Math.max(1, labels.length);
  labels.forEach((_, at) => {
    let y = top + BARS_HEIGHT;
    series.forEach(({ values }, index) => {
      const height = ((values[at] ?? 0) / highest) * BARS_HEIGHT;
      y -= height;
      if (height > 0)
        doc
          .rect(MARGIN.side + slot * (at + 0.12), y, slot * 0.76, height)
          .fill(SERIES[index % SERIES.length]);
    });
  });
}

function legend(doc: Doc, { series }: PdfBars): void {
  doc.font(PLAIN).fontSize(SIZES.small);
  const line = 14;
  let [x, y] = [MARGIN.side, doc.y + 4];
  series.forEach(({ name }, index) => {
    const width = doc.widthOfString(printable(name)) + 26;
    if (x + width > MARGIN.side + widthOf(doc)) [x, y] = [MARGIN.side, y + line];
    doc.rect(x, y, 8, 8).fill(SERIES[index % SERIES.length]);
    doc.fillColor(INK).text(printable(name), x + 12, y, { lineBreak: false });
    x += width;
  });
  doc.y = y + line;
}

import Pdf from 'pdfkit';
import type { Language } from '#libs/kernel';
import { BARS_HEIGHT, drawBars, type PdfBars } from './pdf-bars.js';
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
  SOFT,
  TRICOLOUR,
  widthOf,
  type Struct,
} from './pdf-look.js';
import { drawTable } from './pdf-table.js';

/** What a document is about. */
export interface PdfAbout {
  readonly title: string;
  readonly language: Language;
  /** Who makes it, for the properties of the file. */
  readonly author: string;
  /** A line at the foot of each page, for example a reference. */
  readonly foot?: string;
}

const LOOKS = {
  H1: { font: BOLD, size: SIZES.h1 },
  H2: { font: BOLD, size: SIZES.h2 },
  P: { font: PLAIN, size: SIZES.text },
} as const;

/** A heading stays with the first lines of what it is over. */
const WITH_HEADING = 110;

/**
 * A document of headings, text, pairs and tables, tagged for screen readers, with its language (PDF/UA, ISO 14289-1, in
 * structure; its fonts are the standard ones and not embedded). It flows over pages by itself.
 *
 * @example
 * const pdf = new PdfDocument({ title: 'Gebruikersovereenkomst', language: 'nl', author: 'CSAM' });
 * pdf.heading('1. Voorwerp').paragraph('…');
 * await pdf.finish();
 */
export class PdfDocument {
  private readonly doc: PDFKit.PDFDocument;
  private readonly root: Struct;
  private readonly chunks: Buffer[] = [];

  constructor(private readonly about: PdfAbout) {
    const { title, language, author } = about;
    this.doc = new Pdf({
      size: 'A4',
      margins: { top: MARGIN.top, bottom: MARGIN.bottom, left: MARGIN.side, right: MARGIN.side },
      bufferPages: true,
      tagged: true,
      displayTitle: true,
      lang: `${language}-BE`,
      pdfVersion: '1.7',
      info: { Title: title, Author: author },
    });
    this.doc.on('data', (chunk: Buffer) => this.chunks.push(chunk));
    this.root = this.doc.struct('Document');
    this.doc.addStructure(this.root);
    this.write('H1', title);
  }

  heading(text: string): this {
    this.doc.moveDown(0.6);
    this.keepRoom(WITH_HEADING);
    return this.write('H2', text);
  }

  paragraph(text: string): this {
    return this.write('P', text);
  }

  /** Name and value, one pair per line. */
  pairs(items: readonly (readonly [label: string, value: string])[]): this {
    const { doc } = this;
    const width = widthOf(doc);
    const left = width * 0.42;
    rule(doc, doc.y, width);
    for (const [label, value] of items) {
      doc.font(BOLD).fontSize(SIZES.text);
      const name = { width: left - 12 };
      const height = Math.max(
        doc.heightOfString(printable(label), name),
        doc.font(PLAIN).heightOfString(printable(value), { width: width - left }),
      );
      this.keepRoom(height + 12);
      const top = doc.y + 5;
      this.root.add(
        doc.struct('P', {}, () => {
          doc.font(BOLD).fillColor(INK).text(printable(label), MARGIN.side, top, name);
          doc.font(PLAIN).text(printable(value), MARGIN.side + left, top, { width: width - left });
        }),
      );
      doc.y = top + height + 4;
      rule(doc, doc.y, width);
    }
    doc.x = MARGIN.side;
    doc.moveDown(0.6);
    return this;
  }

  /** Columns of numbers stand to the right; on a next page the headings come back. */
  table(headings: readonly string[], rows: readonly (readonly string[])[]): this {
    drawTable(this.doc, this.root, { headings, rows });
    this.doc.moveDown(0.6);
    return this;
  }

  /** A picture; what it shows stands in a table too. */
  bars(bars: PdfBars): this {
    this.keepRoom(BARS_HEIGHT + 60);
    drawBars(this.doc, this.root, bars);
    this.doc.moveDown(0.6);
    return this;
  }

  /** Ends the document; nothing may be written to it any more. */
  finish(): Promise<Buffer> {
    this.root.end();
    this.writeEdges();
    return new Promise((resolve, reject) => {
      this.doc.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.doc.on('error', reject);
      this.doc.end();
    });
  }

  private keepRoom(height: number): void {
    if (roomOf(this.doc) < height) this.doc.addPage();
  }

  private write(tag: keyof typeof LOOKS, text: string, after = 0.5): this {
    const { doc } = this;
    const { font, size } = LOOKS[tag];
    this.root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(font)
          .fontSize(size)
          .fillColor(INK)
          .text(printable(text), MARGIN.side, doc.y, { width: widthOf(doc) });
      }),
    );
    doc.moveDown(after);
    return this;
  }

  /** Our name and the tricolour line above, the number of the page below. */
  private writeEdges(): void {
    const { doc, about } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      // Below the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      decoration(doc, 'Pagination', () => {
        doc.font(BOLD).fontSize(SIZES.h2).fillColor(INK);
        doc.text('CSAM', MARGIN.side, 34, { lineBreak: false });
        TRICOLOUR.forEach((colour, at) => doc.rect(MARGIN.side + at * 22, 54, 22, 2).fill(colour));
        doc.font(PLAIN).fontSize(SIZES.small).fillColor(SOFT);
        const [y, width] = [doc.page.height - 40, widthOf(doc)];
        if (about.foot !== undefined)
          doc.text(printable(about.foot), MARGIN.side, y, { width, lineBreak: false });
        doc.text(`${page + 1} / ${count}`, MARGIN.side, y, { width, align: 'right', lineBreak: false });
      });
    }
  }
}

import Pdf from 'pdfkit';
import type { Language } from '#libs/kernel';

/** What a document is about. */
export interface PdfAbout {
  readonly title: string;
  readonly language: Language;
  /** Who makes it, for the properties of the file. */
  readonly author: string;
  /** A line at the foot of each page, for example a reference. */
  readonly foot?: string;
}

const MARGIN = 56;
const INK = '#15213f';
const SOFT = '#3f4860';
const SIZES = { h1: 20, h2: 14, text: 10.5, small: 9 } as const;
const BOLD = 'Helvetica-Bold';
const PLAIN = 'Helvetica';

const LOOKS = {
  H1: { font: BOLD, size: SIZES.h1 },
  H2: { font: BOLD, size: SIZES.h2 },
  P: { font: PLAIN, size: SIZES.text },
} as const;

type Struct = PDFKit.PDFStructureElement;

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
      margin: MARGIN,
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
    return this.write('H2', text);
  }

  paragraph(text: string): this {
    return this.write('P', text);
  }

  /** Name and value, one pair per line. */
  pairs(items: readonly (readonly [label: string, value: string])[]): this {
    for (const [label, value] of items) this.write('P', `${label}: ${value}`, 0.15);
    this.doc.moveDown(0.4);
    return this;
  }

  /** The first column takes what the others leave. */
  table(headings: readonly string[], rows: readonly (readonly string[])[]): this {
    const table = this.doc.struct('Table');
    this.root.add(table);
    this.row(table, headings, 'TH');
    for (const cells of rows) this.row(table, cells, 'TD');
    table.end();
    this.doc.x = MARGIN;
    this.doc.moveDown(0.6);
    return this;
  }

  /** Ends the document; nothing may be written to it any more. */
  finish(): Promise<Buffer> {
    this.root.end();
    this.writeFeet();
    return new Promise((resolve, reject) => {
      this.doc.on('end', () => resolve(Buffer.concat(this.chunks)));
      this.doc.on('error', reject);
      this.doc.end();
    });
  }

  private get width(): number {
    return this.doc.page.width - 2 * MARGIN;
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
          .text(printable(text), MARGIN, doc.y, { width: this.width });
      }),
    );
    doc.moveDown(after);
    return this;
  }

  private row(table: Struct, cells: readonly string[], tag: 'TH' | 'TD'): void {
    const { doc } = this;
    const width = this.width / Math.max(1, cells.length);
    doc
      .font(tag === 'TH' ? BOLD : PLAIN)
      .fontSize(SIZES.small)
      .fillColor(INK);
    const height = Math.max(
      ...cells.map((cell) => doc.heightOfString(printable(cell), { width: width - 6 })),
    );
    if (doc.y + height > doc.page.height - MARGIN - 20) doc.addPage();
    const top = doc.y;
    const row = doc.struct('TR');
    table.add(row);
    cells.forEach((cell, index) => {
      row.add(
        doc.struct(tag, {}, () => {
          doc.text(printable(cell), MARGIN + width * index, top, { width: width - 6 });
        }),
      );
    });
    row.end();
    doc.y = top + height + 4;
  }

  private writeFeet(): void {
    const { doc, about } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      doc.switchToPage(page);
      // Below the margin, where text would otherwise begin a new page.
      doc.page.margins.bottom = 0;
      doc.markContent('Artifact', { type: 'Pagination' });
      doc.font(PLAIN).fontSize(SIZES.small).fillColor(SOFT);
      const words = [about.foot, `${page + 1} / ${count}`].filter(Boolean).join('   ·   ');
      doc.text(printable(words), MARGIN, doc.page.height - 40, { width: this.width, lineBreak: false });
      doc.endMarkedContent();
    }
  }
}

/** The standard fonts know the letters of Windows-1252; another one would come out as a wrong one. */
const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u202f', '\u00a0')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\n]/g, '?');

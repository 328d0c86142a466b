/** The looks that all documents share: those of the pages, on white paper. Lengths in points. */
export const MARGIN = { side: 56, top: 84, bottom: 64 } as const;
export const INK = '#15213f';
export const SOFT = '#3f4860';
export const LINE = '#ddd4c3';
export const SIZES = { h1: 20, h2: 13, text: 10.5, small: 9 } as const;
export const BOLD = 'Helvetica-Bold';
export const PLAIN = 'Helvetica';
/** Told apart from each other on paper, and in grey by their order. */
export const SERIES = ['#1b2f63', '#c2570c', '#14705a', '#8a3f8f', '#6f7485', '#8a1a1f'] as const;
/** The thin line under our name. */
export const TRICOLOUR = ['#1d1d1b', '#fdda24', '#ef3340'] as const;

/** The standard fonts know the letters of Windows-1252; another one would come out as a wrong one. */
export const printable = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll('\u202f', '\u00a0')
    .replaceAll(/[^\u0020-\u007e\u00a0-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ\n]/g, '?');

type Doc = PDFKit.PDFDocument;
export type Struct = PDFKit.PDFStructureElement;

/** What is left of a page before its foot. */
export const roomOf = (doc: Doc): number => doc.page.height - MARGIN.bottom - doc.y;

export const widthOf = (doc: Doc): number => doc.page.width - 2 * MARGIN.side;

/** What readers that speak pass over: lines, page numbers, a heading that comes back on the next page. */
export function decoration(doc: Doc, type: 'Pagination' | 'Layout', draw: () => void): void {
  doc.markContent('Artifact', { type });
  draw();
  doc.endMarkedContent();
}

/** A thin line over the width that is given. */
export function rule(doc: Doc, y: number, width: number, colour: string = LINE): void {
  decoration(doc, 'Layout', () => {
    doc
      .moveTo(MARGIN.side, y)
      .lineTo(MARGIN.side + width, y)
      .lineWidth(colour === INK ? 1 : 0.5)
      .stroke(colour);
  });
}

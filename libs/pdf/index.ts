export type { PdfBars } from './pdf-bars.js';
export { PdfDocument, type PdfAbout } from './pdf-document.js';

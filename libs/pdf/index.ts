export { PdfDocument, type PdfAbout } from './pdf-document.js';

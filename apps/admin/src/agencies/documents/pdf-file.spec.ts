import { describe, expect, it } from 'vitest';
import { PdfDocument } from '#libs/pdf';
import { documentIn, documentProblem, LARGEST_DOCUMENT } from './pdf-file.js';

const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n${inside}\nstartxref\n0\n%%EOF\n`);

describe('the document of an authorisation', () => {
  it('is a PDF, whatever it is called', async () => {
    expect(documentProblem(pdf())).toBeUndefined();
    const made = await new PdfDocument({
      title: 'RR 21/2015',
      language: 'nl',
      author: 'CSAM',
      foot: 'Proef',
    }).finish();
    expect(documentProblem(made)).toBeUndefined();
  });

  it.each([
    ['a page of HTML', Buffer.from('<html><script>alert(1)</script></html>'), 'documentType'],
    ['HTML with a PDF behind it', Buffer.concat([Buffer.from('<html>'), pdf()]), 'documentType'],
    ['a program', Buffer.from('MZ\u0090\u0000'), 'documentType'],
    ['a PDF that is cut off', Buffer.from('%PDF-1.7\n1 0 obj'), 'documentType'],
    ['a PDF with a script', pdf('<< /S /JavaScript /JS (app.alert) >>'), 'documentActive'],
    ['a PDF that starts a program', pdf('<< /S /Launch >>'), 'documentActive'],
    ['a PDF with files in it', pdf('<< /EmbeddedFiles 3 0 R >>'), 'documentActive'],
    ['a PDF that is too large', pdf('x'.repeat(LARGEST_DOCUMENT)), 'documentLarge'],
  ])('is not %s', (_what, bytes, problem) => {
    expect(documentProblem(bytes)).toBe(problem);
  });

  it('may be left out', () => {
    expect(documentIn('')).toBeUndefined();
    expect(documentIn(pdf().toString('base64'))).toEqual(pdf());
  });
});

import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PdfDocument } from '#libs/pdf';
import { documentIn, documentProblem, LARGEST_DOCUMENT } from './pdf-file.js';

const pdf = (inside = '') => Buffer.from(`%PDF-1.7\n${inside}\nstartxref\n0\n%%EOF\n`);

const SCRIPT = '1 0 << /S /JavaScript /JS (app.alert) >>';
const OBJECTS = '/Type /ObjStm /N 1 /First 4';

/** A PDF whose objects are packed, as most programs write them today. */
const packedPdf = (inside: string, { head = `${OBJECTS} /Filter /FlateDecode`, times = 1 } = {}) => {
  let data = Buffer.from(inside);
  for (let n = 0; n < times; n += 1) data = deflateSync(data);
  const [before = '', after = ''] = pdf('<>').toString('latin1').split('<>');
  return Buffer.concat([
    Buffer.from(`${before}7 0 obj << ${head} /Length ${data.length} >>\nstream\n`),
    data,
    Buffer.from(`\nendstream endobj${after}`),
  ]);
};

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

  it('may have packed objects, pictures in any form, and a signature', () => {
    const signed = pdf('5 0 obj << /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached >> endobj');
    const picture = { head: '/Subtype /Image /Filter /DCTDecode' };
    const noted = { head: `/Subtype /Widget /F 132 ${OBJECTS} /Filter /FlateDecode` };
    const files = [
      packedPdf('1 0 << /Type /Page >>'),
      signed,
      packedPdf('x', picture),
      packedPdf('x', noted),
    ];
    expect(files.map(documentProblem).filter(Boolean)).toEqual([]);
  });

  it.each([
    ['a script among packed objects', packedPdf(SCRIPT), 'documentActive'],
    ['a script packed twice', packedPdf(SCRIPT, { times: 2 }), 'documentActive'],
    [
      'a script packed without saying that it is objects',
      packedPdf(SCRIPT, { head: '/N 1 /First 4 /Filter [ /FlateDecode ]' }),
      'documentActive',
    ],
    ['a script with its name in numbers', pdf('<< /S /J#61vaScript /#4aS (x) >>'), 'documentActive'],
    [
      'packed objects that say so in numbers',
      packedPdf(SCRIPT, { head: '/Type /Obj#53tm /Filter /Flate#44ecode' }),
      'documentActive',
    ],
    [
      'packed objects beside a word that ends in obj',
      packedPdf(SCRIPT, { head: `${OBJECTS} /Filter /FlateDecode /X (stream obj)` }),
      'documentClosed',
    ],
    [
      'objects packed in two ways',
      packedPdf(SCRIPT, { head: `${OBJECTS} /Filter [/FlateDecode /ASCIIHexDecode]` }),
      'documentClosed',
    ],
    [
      'objects packed in a way told elsewhere',
      packedPdf(SCRIPT, { head: `${OBJECTS} /Filter 9 0 R` }),
      'documentClosed',
    ],
    [
      'objects in another file',
      packedPdf(SCRIPT, { head: `${OBJECTS} /F (http://evil.example)` }),
      'documentClosed',
    ],
    [
      'objects under a predictor',
      packedPdf(SCRIPT, { head: `${OBJECTS} /Filter /FlateDecode /DecodeParms << /Predictor 12 >>` }),
      'documentClosed',
    ],
    ['damaged objects', packedPdf(SCRIPT, { times: 0 }), 'documentClosed'],
    ['an encrypted PDF', pdf('trailer << /Encrypt 5 0 R >>'), 'documentClosed'],
    ['objects that unpack to very much', packedPdf('x'.repeat(20_000_000)), 'documentClosed'],
  ])('is looked into as well as readers do: %s', (_what, bytes, problem) => {
    expect(documentProblem(bytes)).toBe(problem);
  });

  it('may be left out', () => {
    expect(documentIn('')).toBeUndefined();
    expect(documentIn(pdf().toString('base64'))).toEqual(pdf());
  });
});

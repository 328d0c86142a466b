import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PdfDocument } from './index.js';

/** The content streams of a document, unpacked. */
function streamsOf(file: Buffer): string {
  const text = file.toString('latin1');
  return [...text.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
    .map(([, stream = '']) => inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'))
    .join('\n');
}

describe('a document', () => {
  it('WA-19 is tagged and says its language and title', async () => {
    const pdf = new PdfDocument({ title: 'Overeenkomst', language: 'nl', author: 'CSAM', foot: 'Versie 1' });
    pdf
      .heading('Eén')
      .paragraph('Tekst')
      .pairs([['Wie', 'Astrid']])
      .table(['Maand', 'Aantal'], [['mei', '3']]);
    const text = (await pdf.finish()).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    for (const part of [
      '/Lang (nl-BE)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /TH',
      '/S /TD',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('has its figures to the right, and what a picture shows in words', async () => {
    const pdf = new PdfDocument({ title: 'Rapport', language: 'nl', author: 'CSAM' });
    const series = [{ name: 'itsme', values: [3, 5] }];
    pdf.bars({
      description: 'Aanmeldingen per dag',
      labels: ['1', '2'],
      series,
      steps: [0, 5],
      format: String,
    });
    const text = (await pdf.finish()).toString('latin1');
    expect(text).toContain('/S /Figure');
    expect(text).toContain('/Alt (Aanmeldingen per dag)');
  });

  it('flows over pages, each with its number', async () => {
    const pdf = new PdfDocument({ title: 'Rapport', language: 'en', author: 'CSAM' });
    pdf.table(
      ['Day', 'Count'],
      Array.from({ length: 120 }, (_, at) => [`day ${at}`, String(at)]),
    );
    const file = await pdf.finish();
    const pages = file.toString('latin1').match(/\/Type \/Page\n/g) ?? [];
    expect(pages.length).toBeGreaterThan(2);
    // Text that did not fit at the foot would have made a page of its own.
    expect(streamsOf(file).match(/\/Pagination/g)).toHaveLength(pages.length);
  });
});

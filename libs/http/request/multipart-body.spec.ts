import { expect, it } from 'vitest';
import { MalformedFormError } from './form-body.js';
import { parseMultipart } from './multipart-body.js';

const TYPE = 'multipart/form-data; boundary=b';
const part = (name: string, content: string, file = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${file}\r\n\r\n${content}\r\n`;
const form = (...parts: string[]) => Buffer.from(`${parts.join('')}--b--\r\n`);
const FILE = '; filename="sp.xml"';

it('reads fields and the text of a file', async () => {
  const read = await parseMultipart(form(part('_csrf', 'token'), part('file', '<md/>', FILE)), TYPE);
  expect({ ...read }).toEqual({ _csrf: 'token', file: '<md/>' });
});

it('takes a file of bytes in base64 where one is expected', async () => {
  const bytes = Buffer.from([0x30, 0x82, 0xff, 0x00]);
  const head = Buffer.from(`--b\r\nContent-Disposition: form-data; name="a"${FILE}\r\n\r\n`);
  const body = Buffer.concat([head, bytes, Buffer.from('\r\n--b--\r\n')]);
  expect({ ...(await parseMultipart(body, TYPE, { files: 'base64' })) }).toEqual({
    a: bytes.toString('base64'),
  });
});

it('takes a document in its field only, larger than other files and in base64', async () => {
  const rules = { files: 'text', documents: ['document'] } as const;
  const large = 'x'.repeat(300 * 1024);
  const document = await parseMultipart(form(part('document', large, FILE)), TYPE, rules);
  expect(Buffer.from(document['document'] ?? '', 'base64').toString()).toBe(large);
  await expect(parseMultipart(form(part('other', large, FILE)), TYPE, rules)).rejects.toThrow(
    MalformedFormError,
  );
  const tooLarge = form(part('document', 'x'.repeat(3 * 1024 * 1024 + 1), FILE));
  await expect(parseMultipart(tooLarge, TYPE, rules)).rejects.toThrow(MalformedFormError);
});

it.each([
  ['a field twice', form(part('a', '1'), part('a', '2'))],
  ['a field that may not be', form(part('__proto__', '1'))],
  ['two files', form(part('a', '1', FILE), part('b', '2', FILE))],
  ['a file that is too large', form(part('a', 'x'.repeat(256 * 1024 + 1), FILE))],
  ['a field that is too large', form(part('a', 'x'.repeat(64 * 1024 + 1)))],
  ['too many fields', form(...Array.from({ length: 30 }, (_, at) => part(`f${at}`, '1')))],
  [
    'a file that is not text',
    Buffer.concat([
      Buffer.from(`--b\r\nContent-Disposition: form-data; name="a"${FILE}\r\n\r\n`),
      Buffer.from([0xff, 0xfe, 0x00]),
      Buffer.from('\r\n--b--\r\n'),
    ]),
  ],
  ['a form that is cut off', Buffer.from(part('a', '1', FILE).slice(0, 40))],
])('refuses %s', async (_what, body) => {
  await expect(parseMultipart(body, TYPE)).rejects.toThrow(MalformedFormError);
});

it('refuses a content type without a boundary', async () => {
  await expect(parseMultipart(form(), 'multipart/form-data')).rejects.toThrow();
});

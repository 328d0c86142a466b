import { afterAll, beforeAll, expect, it } from 'vitest';
import { SpecBrowser } from '../test-support/spec-browser.js';
import { PAULA, SpecSma } from '../test-support/spec-sma.js';

const SETUP = '/keys/new/certificate';

let sma: SpecSma;
let browser: SpecBrowser;
beforeAll(async () => {
  sma = await SpecSma.start();
  browser = new SpecBrowser(sma);
  await sma.people.create({ fedId: PAULA, enrolment: 'eid', language: 'nl' });
  await sma.keys.add({ fedId: PAULA, kind: 'password', enrolment: 'eid' });
  await browser.signIn(PAULA, 500);
  await browser.press('/agreement', '/agreement');
});
afterAll(() => sma.stop());

it('KY-5 a certificate comes as a file by an ordinary form, whatever bytes it holds', async () => {
  const { body } = await browser.press(SETUP, `${SETUP}/begin`, { way: 'file' });
  expect(body).toContain('enctype="multipart/form-data"');
  const give = (bytes: Buffer, page = body) =>
    browser.upload(`${SETUP}/confirm`, page, { field: 'certificate', bytes });

  const secret = await give(Buffer.from('-----BEGIN PRIVATE KEY-----\nMHc=\n-----END PRIVATE KEY-----\n'));
  expect(secret.statusCode).toBe(422);
  expect(secret.body).toContain('This file holds your secret key');
  const binary = await give(Buffer.from([0x30, 0x82, 0xff, 0xfe, 0x00]));
  expect(binary.body).toContain('We find no certificate in this file');
  expect((await give(Buffer.alloc(20 * 1024))).body).toContain('too large for a certificate');
  expect((await give(Buffer.alloc(300 * 1024))).statusCode).toBe(413);
  expect((await give(Buffer.from('x'), 'a page without a token')).statusCode).toBe(403);
});

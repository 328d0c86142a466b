import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createLogger, loggedError, scrub } from '../index.js';
import { LineOutlet } from './line-outlet.js';

describe('what a log does not keep', () => {
  it.each([
    ['number 85073003328 given', 'number [number] given'],
    ['85.07.30-033.28', '[number]'],
    ['call +32 470 12 34 56 now', 'call [phone] now'],
    ['to lotte.verzonnen@example.be, at once', 'to [mail], at once'],
    ['Authorization: Bearer abc.def-ghi', 'Authorization: Bearer [token]'],
    ['jwt eyJhbGciOi.eyJzdWIi.c2ln', 'jwt [token]'],
    ['GET /cb?code=s3cr3t&state=xyz&lang=nl', 'GET /cb?code=[…]&state=[…]&lang=nl'],
    ['postgres://csam:hunter2@db:5432/csam', 'postgres://[credentials]@db:5432/csam'],
    ['reference 7K3F-9QXM, enterprise 0671516647', 'reference 7K3F-9QXM, enterprise 0671516647'],
  ])('%s', (text, clean) => {
    expect(scrub(text)).toBe(clean);
  });

  it('of an error it keeps message, code, stack and causes, and nothing that a driver hung onto it', () => {
    const cause = Object.assign(new Error('duplicate key'), {
      code: '23505',
      detail: 'Key (mail)=(x@y.be)',
      query: 'select',
    });
    const logged = loggedError(new Error('not saved for x@y.be', { cause }));
    expect(logged).toMatchObject({ message: 'not saved for [mail]', cause: { errorCode: '23505' } });
    expect(JSON.stringify(logged)).not.toMatch(/select|Key \(mail\)|x@y/);
  });

  it('fields that are secret by their name are left out, and control characters cannot forge a line', () => {
    const lines: string[] = [];
    const logger = createLogger('spec', 'info', { write: (line) => lines.push(line) });
    logger.info(
      { password: 'hunter2', person: { email: 'x', phone: 'y' }, agent: 'a\r\n{"level":"info"}\u001B[31m' },
      'hello x@y.be',
    );
    expect(lines).toHaveLength(1);
    for (const control of ['\r', '\n', '\u001B']) expect(lines[0]?.trimEnd()).not.toContain(control);
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      password: '[redacted]',
      person: { email: '[redacted]', phone: '[redacted]' },
      msg: 'hello [mail]',
    });
  });
});

describe('the outlet', () => {
  it('writes every line in order, also those that wait at the end', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'csam-log-'));
    const file = join(folder, 'log');
    const descriptor = openSync(file, 'w');
    const outlet = new LineOutlet(descriptor);
    const lines = Array.from({ length: 1_000 }, (_, at) => `line ${at}\n`);
    for (const line of lines.slice(0, 900)) outlet.write(line);
    await expect.poll(() => readFileSync(file, 'utf8')).toBe(lines.slice(0, 900).join(''));
    for (const line of lines.slice(900)) outlet.write(line);
    outlet.finish();
    closeSync(descriptor);
    expect(readFileSync(file, 'utf8')).toBe(lines.join(''));
    rmSync(folder, { recursive: true });
  });

  it.runIf(process.platform === 'linux')('RF-10 a full disk costs lines and nothing else', async () => {
    const descriptor = openSync('/dev/full', 'w');
    const outlet = new LineOutlet(descriptor);
    for (let line = 0; line < 100; line += 1) {
      outlet.write('x'.repeat(100_000));
      await new Promise(setImmediate);
    }
    outlet.finish();
    closeSync(descriptor);
  });
});

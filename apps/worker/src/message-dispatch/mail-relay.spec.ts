import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { mailRelay } from './mail-relay.js';

const mail = { host: 'relay.example', port: 587, from: 'no-reply@csam.example', secure: true };

function fileWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'csam-relay-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(join(folder, 'password'), text);
  return join(folder, 'password');
}

it('the relay gets the password of the file, without the end of its line', () => {
  expect(mailRelay({ ...mail, user: 'csam', passwordFile: fileWith('with a space \n') })).toEqual({
    host: 'relay.example',
    port: 587,
    from: 'no-reply@csam.example',
    requireTls: true,
    user: 'csam',
    password: 'with a space ',
  });
});

it('without a user nothing signs in', () => {
  expect(mailRelay({ ...mail, secure: false })).toEqual({
    host: 'relay.example',
    port: 587,
    from: 'no-reply@csam.example',
    requireTls: false,
  });
});

it('a password file that cannot be read stops the start, with its name', () => {
  expect(() => mailRelay({ ...mail, user: 'csam', passwordFile: '/nowhere/password' })).toThrow(
    'mail.passwordFile: /nowhere/password cannot be read',
  );
});

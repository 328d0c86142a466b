import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import {
  BlindIndex,
  constantTimeEqual,
  FieldCipher,
  FieldCipherError,
  hashToken,
  MasterKey,
  masterKeyFromFile,
  randomToken,
} from './index.js';

const masterKey = MasterKey.fromSecret(Buffer.alloc(32, 7));
const otherKey = MasterKey.fromSecret(Buffer.alloc(32, 8));

describe('master key', () => {
  it('refuses a short secret', () => {
    expect(() => MasterKey.fromSecret(Buffer.alloc(31))).toThrow('at least 32 bytes');
  });

  it('gives each purpose its own key, always the same one', () => {
    expect(masterKey.derive('a')).toEqual(masterKey.derive('a'));
    expect(masterKey.derive('a')).not.toEqual(masterKey.derive('b'));
    expect(masterKey.id).not.toBe(otherKey.id);
  });
});

describe('RF-24 the file of the master key', () => {
  const folder = mkdtempSync(join(tmpdir(), 'csam-key-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'master.key');
  const read = (text: string) => {
    writeFileSync(file, text);
    return masterKeyFromFile(file);
  };
  const secret = randomBytes(48);

  it('holds it in hexadecimal or base64, also over several lines', () => {
    const { id } = MasterKey.fromSecret(secret);
    const lines = secret.toString('base64').replace(/^.{40}/, '$&\n');
    for (const text of [secret.toString('hex'), `${secret.toString('base64')}\n`, lines])
      expect(read(text).id).toBe(id);
  });

  it.each([
    ['is empty', '', 'neither hexadecimal nor base64'],
    ['holds something else', '{ "key": "see the vault" }', 'neither hexadecimal nor base64'],
    ['is too short', randomBytes(16).toString('hex'), 'at least 32 bytes; it has 16'],
    ['holds one byte again and again', '00'.repeat(32), 'not random'],
    ['holds a word again and again', 'change-me-'.repeat(8).replaceAll('-', '+'), 'not random'],
  ])('that %s is refused by its name and for its reason', (_, text, reason) => {
    expect(() => read(text)).toThrow(new RegExp(`${file}.*${reason}`));
  });

  it('that is not there is refused by its name', () => {
    expect(() => masterKeyFromFile(join(folder, 'none'))).toThrow(/csam-key-.*none.*ENOENT/);
  });
});

describe('field cipher', () => {
  const cipher = new FieldCipher(masterKey);

  it('gives back what was written, and never writes the same twice', () => {
    const stored = cipher.encrypt('Zoë Ænigma 🔑', 'people.name:1');
    expect(cipher.decrypt(stored, 'people.name:1')).toBe('Zoë Ænigma 🔑');
    expect(cipher.encrypt('Zoë Ænigma 🔑', 'people.name:1')).not.toBe(stored);
    expect(cipher.decrypt(cipher.encrypt('', 'x'), 'x')).toBe('');
  });

  it('refuses a value moved to another place', () => {
    const stored = cipher.encrypt('secret', 'people.name:1');
    expect(() => cipher.decrypt(stored, 'people.name:2')).toThrow(FieldCipherError);
  });

  it('refuses a changed, cut off or foreign value', () => {
    const stored = cipher.encrypt('secret', 'c');
    const at = stored.length - 10;
    const other = stored[at] === 'A' ? 'E' : 'A';
    const changed = stored.slice(0, at) + other + stored.slice(at + 1);
    expect(() => cipher.decrypt(changed, 'c')).toThrow(FieldCipherError);
    expect(() => cipher.decrypt(stored.slice(0, 20), 'c')).toThrow(FieldCipherError);
    expect(() => cipher.decrypt('plain', 'c')).toThrow(FieldCipherError);
    expect(() => new FieldCipher(otherKey).decrypt(stored, 'c')).toThrow('not available');
  });

  it('still reads what an older master key wrote, and says that it is stale', () => {
    const rotated = new FieldCipher(otherKey, [masterKey]);
    const stored = cipher.encrypt('secret', 'c');
    expect(rotated.decrypt(stored, 'c')).toBe('secret');
    expect(rotated.isStale(stored)).toBe(true);
    expect(rotated.isStale(rotated.encrypt('secret', 'c'))).toBe(false);
  });
});

describe('blind index', () => {
  const index = new BlindIndex(masterKey);

  it('finds the same value under the same purpose only', () => {
    expect(index.of('85073003328', 'national-number')).toMatch(/^[0-9a-f]{64}$/);
    expect(index.of('85073003328', 'national-number')).toBe(index.of('85073003328', 'national-number'));
    expect(index.of('85073003328', 'other')).not.toBe(index.of('85073003328', 'national-number'));
    expect(index.of('c', 'a:b')).not.toBe(index.of('b:c', 'a'));
  });

  it('differs under another key', () => {
    expect(new BlindIndex(otherKey).of('v', 'p')).not.toBe(index.of('v', 'p'));
  });
});

describe('tokens', () => {
  it('are long, different each time, and compared safely', () => {
    const token = randomToken();
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(randomToken()).not.toBe(token);
    expect(hashToken(token)).toMatch(/^[0-9a-f]{64}$/);
    expect(constantTimeEqual(token, token)).toBe(true);
    expect(constantTimeEqual(token, `${token}x`)).toBe(false);
  });
});

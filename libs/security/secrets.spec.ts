import { describe, expect, it } from 'vitest';
import {
  BlindIndex,
  constantTimeEqual,
  FieldCipher,
  FieldCipherError,
  hashToken,
  MasterKey,
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

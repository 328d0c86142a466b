import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Countries } from './countries.js';
import { REGISTRIES_FILE } from './registries.fixtures.js';

describe('the country of a network', () => {
  const known = Countries.from(REGISTRIES_FILE);

  it.each([
    ['192.0.2.0/24', 'BE'],
    ['192.0.3.0/24', 'BE'],
    ['192.0.4.0/24', 'BE'],
    ['192.0.5.0/24', 'LU'],
    ['192.0.9.0/24', 'LU'],
    ['192.0.10.0/24', undefined],
    ['192.0.1.0/24', undefined],
    ['198.51.100.0/24', 'FR'],
    ['198.51.101.0/24', 'EU'],
    ['198.51.102.0/24', undefined],
    ['203.0.113.0/24', undefined],
    ['203.0.114.0/24', undefined],
    ['203.0.115.0/24', undefined],
    ['127.0.0.0/24', undefined],
    ['2001:db8:0::/48', 'NL'],
    ['2001:db8:ffff::/48', 'NL'],
    ['2001:db9:1::/48', 'DE'],
    ['2001:db9:2::/48', undefined],
    ['2001:dba:0::/48', undefined],
    ['2001:dc7:ffff::/48', 'SE'],
    ['2001:dc8::/48', undefined],
    ['2001:de0::/48', undefined],
    ['not a network', undefined],
  ])('%s: %s', (network, country) => {
    expect(known.of(network)).toBe(country);
  });

  it('is the same when lines end as on Windows, and when one registry alone wrote the file', () => {
    expect(Countries.from(REGISTRIES_FILE.replaceAll('\n', '\r\n')).of('192.0.3.0/24')).toBe('BE');
    const one = Countries.from(
      '2|ripencc|1795993200|1|19830705|20261129|+0100\nripencc|FR|ipv4|192.0.2.0|256|20100712|allocated',
    );
    expect(one.of('192.0.2.0/24')).toBe('FR');
  });

  describe('comes from a file', () => {
    const folder = mkdtempSync(join(tmpdir(), 'csam-countries-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    const opened = (text: string) => {
      const file = join(folder, 'x');
      writeFileSync(file, text);
      return Countries.fromFile(file);
    };

    it('that is whole', () => {
      expect(opened(REGISTRIES_FILE).of('192.0.2.0/24')).toBe('BE');
      const anotherLine = `${REGISTRIES_FILE}ripencc|IT|ipv4|192.0.20.0|256|20000101|assigned|x|e-stats\n`;
      expect(opened(anotherLine).of('192.0.20.0/24')).toBe('IT');
    });

    it('and from none that was cut off, holds something else, or is not there', () => {
      expect(() => opened(REGISTRIES_FILE.slice(0, 900))).toThrow(
        /was cut off: it holds \d+ of its 14 records/,
      );
      expect(() => opened('hello')).toThrow('holds no network');
      expect(() => Countries.fromFile(join(folder, 'y'))).toThrow();
    });
  });
});

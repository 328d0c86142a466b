import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Countries } from './countries.js';

/** Lines as the registries write them; the networks are those of documentation (RFC 5737, RFC 3849). */
const FILE = `2.3|nro|20261130|6|19821213|20261129|+0000
nro|*|ipv4|*|4|summary
ripencc|BE|ipv4|192.0.2.0|512|20000101|assigned|e-stats
ripencc|FR|ipv4|198.51.100.0|256|20000101|allocated|e-stats
apnic|ZZ|ipv4|203.0.113.0|256||available|e-stats
ripencc||ipv4|203.0.113.0|256||reserved|e-stats
ripencc|NL|ipv6|2001:db8::|32|20000101|allocated|e-stats
ripencc|DE|ipv6|2001:db9:1::|48|20000101|allocated|e-stats
ripencc|LU|ipv6|2001:db9:2:3::|64|20000101|allocated|e-stats
ripencc|BE|asn|64496|1|20000101|allocated|e-stats`;

describe('the country of a network', () => {
  const known = Countries.from(FILE);

  it.each([
    ['192.0.2.0/24', 'BE'],
    ['192.0.3.0/24', 'BE'],
    ['192.0.4.0/24', undefined],
    ['192.0.1.0/24', undefined],
    ['198.51.100.0/24', 'FR'],
    ['203.0.113.0/24', undefined],
    ['127.0.0.0/24', undefined],
    ['2001:db8:0::/48', 'NL'],
    ['2001:db8:ffff::/48', 'NL'],
    ['2001:db9:1::/48', 'DE'],
    ['2001:db9:2::/48', undefined],
    ['2001:dba:0::/48', undefined],
    ['not a network', undefined],
  ])('%s: %s', (network, country) => {
    expect(known.of(network)).toBe(country);
  });

  it('is not guessed from a file that holds something else, or is not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'csam-countries-'));
    const file = join(folder, 'x');
    writeFileSync(file, 'hello');
    expect(() => Countries.fromFile(file)).toThrow('holds no network');
    expect(() => Countries.fromFile(join(folder, 'y'))).toThrow();
    rmSync(folder, { recursive: true });
  });
});

import { readFileSync } from 'node:fs';

/** Networks in order, by their first address, as numbers: of IPv4 all of it, of IPv6 the first 48 bits. */
interface Ranges {
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly country: readonly string[];
}

interface Range {
  readonly first: number;
  readonly last: number;
  readonly country: string;
}

/** `registry|cc|type|start|value|date|status[|…]`; only what was given to somebody is in a country. */
const NETWORK =
  /^[a-z]+\|([A-Z]{2})\|(ipv[46])\|([\dA-Fa-f.:]+)\|(\d+)\|\d*\|(?:allocated|assigned)(?:\||\r?$)/gm;
/** `version|registry|serial|records|…`: how many records follow, other lines not counted. */
const HEADER = /^\d+(?:\.\d+)?\|[a-z]+\|\d+\|(\d+)\|/gm;
const RECORD = /^[a-z]+\|[^|*]*\|(?:asn|ipv[46])\|[^|*]+\|\d+\|\d*\|[a-z]+/gm;
/** No countries: what the registries write for nobody, and for all of Asia and the Pacific. */
const NOWHERE = ['ZZ', 'AP'];
const IPV6_BITS = 48;

/**
 * In which country a network is registered, from the file that the five registries of internet addresses publish
 * together, or one of them alone (RIR statistics exchange format, extended: https://www.apnic.net/db/rir-stats-format.html).
 * It says whose network it is, which is mostly where its user is, and not more than that.
 */
export class Countries {
  private constructor(
    private readonly ipv4: Ranges,
    private readonly ipv6: Ranges,
  ) {}

  /** @throws when the file is missing, was cut off, or holds no network */
  static fromFile(file: string): Countries {
    const text = readFileSync(file, 'latin1');
    const [told, found] = [recordsTold(text), text.match(RECORD)?.length ?? 0];
    if (found < told) throw new Error(`${file} was cut off: it holds ${found} of its ${told} records`);
    const known = Countries.from(text);
    if (known.size === 0) throw new Error(`${file} holds no network of the registries of internet addresses`);
    return known;
  }

  static from(text: string): Countries {
    const ipv4: Range[] = [];
    const ipv6: Range[] = [];
    for (const [, country = '', type, start = '', value] of text.matchAll(NETWORK)) {
      if (NOWHERE.includes(country)) continue;
      if (type === 'ipv4') add(ipv4, country, ipv4Range(start, Number(value)));
      else add(ipv6, country, ipv6Range(start, Number(value)));
    }
    return new Countries(inOrder(ipv4), inOrder(ipv6));
  }

  get size(): number {
    return this.ipv4.first.length + this.ipv6.first.length;
  }

  /**
   * @param network as the record keeps it: `192.0.2.0/24`, `2001:db8:1::/48`
   * @returns the country's code of ISO 3166-1, undefined when the network is nobody's or not known
   */
  of(network: string): string | undefined {
    const [address = ''] = network.split('/', 1);
    return address.includes(':')
      ? within(this.ipv6, ipv6Number(address))
      : within(this.ipv4, ipv4Number(address));
  }
}

/** Of all files, where several were put in one. */
const recordsTold = (text: string): number =>
  [...text.matchAll(HEADER)].reduce((sum, [, records]) => sum + Number(records), 0);

function add(ranges: Range[], country: string, range: Omit<Range, 'country'>): void {
  if (range.first >= 0 && range.last >= range.first) ranges.push({ ...range, country });
}

/** The value is a number of addresses, and need not be a power of two. */
function ipv4Range(start: string, count: number): Omit<Range, 'country'> {
  const first = ipv4Number(start);
  return { first, last: first + count - 1 };
}

/** The value is the length of a prefix. One that is longer than what the record keeps cannot be told apart. */
function ipv6Range(start: string, prefix: number): Omit<Range, 'country'> {
  const first = ipv6Number(start);
  return { first, last: prefix <= IPV6_BITS ? first + 2 ** (IPV6_BITS - prefix) - 1 : Number.NaN };
}

/** NaN for what is no address. */
function ipv4Number(address: string): number {
  const parts = address.split('.');
  return parts.length === 4 ? parts.reduce((sum, part) => sum * 256 + Number(part), 0) : Number.NaN;
}

/** The first three groups; the rest is not kept. */
function ipv6Number(address: string): number {
  const [head = ''] = address.split('::', 1);
  const groups = head === '' ? [] : head.split(':');
  return [0, 1, 2].reduce((sum, at) => sum * 65_536 + Number.parseInt(groups[at] ?? '0', 16), 0);
}

function inOrder(ranges: Range[]): Ranges {
  ranges.sort((one, other) => one.first - other.first);
  return {
    first: Float64Array.from(ranges, ({ first }) => first),
    last: Float64Array.from(ranges, ({ last }) => last),
    country: ranges.map(({ country }) => country),
  };
}

function within({ first, last, country }: Ranges, address: number): string | undefined {
  let low = 0;
  let high = first.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((first[middle] ?? 0) <= address) low = middle + 1;
    else high = middle;
  }
  const at = low - 1;
  return at >= 0 && address <= (last[at] ?? -1) ? country[at] : undefined;
}

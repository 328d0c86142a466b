import type { Certificate } from './certificate.js';
import { judgeCrl, type RevocationList } from './crl.js';
import type { StatusFetch } from './status-fetch.js';

export type ListedOutcome =
  | { readonly kind: 'good'; readonly asOf: Date }
  | { readonly kind: 'revoked'; readonly at: Date }
  | { readonly kind: 'unusable'; readonly reason: string };

/** Lists of a whole country's cards are large. */
const LARGEST_LIST = 32 * 1024 * 1024;
const MOST_LISTS = 50;

/** Keeps each authority's list until it ends. */
export class CrlShelf {
  private readonly lists = new Map<string, RevocationList>();
  private readonly underWay = new Map<string, Promise<RevocationList>>();

  constructor(
    private readonly fetch: StatusFetch,
    private readonly timeout: number,
  ) {}

  async find(certificate: Certificate, issuer: Certificate, now: Date): Promise<ListedOutcome> {
    const [address] = certificate.crlAddresses;
    if (address === undefined) return { kind: 'unusable', reason: 'no address' };
    try {
      const { revoked, thisUpdate } = await this.list(address, issuer, now);
      const at = revoked.get(certificate.serialNumber);
      return at === undefined ? { kind: 'good', asOf: thisUpdate } : { kind: 'revoked', at };
    } catch (error) {
      return { kind: 'unusable', reason: error instanceof Error ? error.message : 'no answer' };
    }
  }

  private list(address: string, issuer: Certificate, now: Date): Promise<RevocationList> {
    const name = `${issuer.fingerprint} ${address}`;
    const kept = this.lists.get(name);
    if (kept !== undefined && kept.nextUpdate > now) return Promise.resolve(kept);
    const known = this.underWay.get(name);
    if (known !== undefined) return known;
    // Whoever needs it meanwhile waits for the same copy.
    const fetched = this.read(address, issuer, now)
      .then((list) => this.keep(name, list))
      .finally(() => this.underWay.delete(name));
    this.underWay.set(name, fetched);
    return fetched;
  }

  private async read(address: string, issuer: Certificate, now: Date): Promise<RevocationList> {
    const der = await this.fetch({ address, timeout: this.timeout, largest: LARGEST_LIST });
    const outcome = judgeCrl(der, issuer, now);
    if (outcome.kind === 'unusable') throw new Error(outcome.reason);
    return outcome.list;
  }

  private keep(name: string, list: RevocationList): RevocationList {
    const [oldest] = this.lists.keys();
    if (this.lists.size >= MOST_LISTS && oldest !== undefined) this.lists.delete(oldest);
    this.lists.set(name, list);
    return list;
  }
}

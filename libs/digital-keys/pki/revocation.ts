import { randomBytes } from 'node:crypto';
import { minutes, seconds, systemClock, type Clock } from '#libs/kernel';
import type { Certificate } from './certificate.js';
import { CrlShelf } from './crl-shelf.js';
import { ocspRequest } from './ocsp-request.js';
import { judgeOcspResponse, type OcspVerdict } from './ocsp-response.js';
import { httpStatusFetch, type StatusFetch } from './status-fetch.js';

/** Who said it: a responder now, or a list that the authority published. */
export type RevocationSource = 'ocsp' | 'crl';

export type RevocationOutcome =
  | { readonly kind: 'good'; readonly source: RevocationSource; readonly asOf: Date }
  | { readonly kind: 'revoked'; readonly source: RevocationSource; readonly at: Date }
  /** The authority does not know this certificate. */
  | { readonly kind: 'unknown' }
  /** Neither responder nor list gave an answer that counts; the reasons are for operators. */
  | { readonly kind: 'unavailable'; readonly reasons: readonly string[] };

export interface RevocationOptions {
  /** Milliseconds that an answer about a certificate may serve again; 0 asks each time, 10 minutes is the most. */
  readonly reuse?: number;
  /** Off only for authorities whose responders cannot repeat a nonce. */
  readonly nonceRequired?: boolean;
  readonly timeout?: number;
  readonly fetch?: StatusFetch;
  readonly clock?: Clock;
}

const LONGEST_REUSE = minutes(10);
const LARGEST_OCSP_ANSWER = 64 * 1024;
const MOST_REMEMBERED = 1_000;

/**
 * Whether a certificate was revoked: asks the responder of its authority (OCSP, RFC 6960), and falls back on the
 * authority's list (CRL, RFC 5280). Without an answer that counts nothing is assumed: `unavailable`.
 */
export class RevocationService {
  private readonly reuse: number;
  private readonly nonceRequired: boolean;
  private readonly timeout: number;
  private readonly fetch: StatusFetch;
  private readonly clock: Clock;
  private readonly lists: CrlShelf;
  private readonly remembered = new Map<string, { readonly verdict: OcspVerdict; readonly until: number }>();

  constructor(options: RevocationOptions = {}) {
    this.reuse = Math.min(options.reuse ?? 0, LONGEST_REUSE);
    this.nonceRequired = options.nonceRequired ?? true;
    this.timeout = options.timeout ?? seconds(2);
    this.fetch = options.fetch ?? httpStatusFetch;
    this.clock = options.clock ?? systemClock;
    this.lists = new CrlShelf(this.fetch, this.timeout);
  }

  /** Of a whole chain, the anchor excepted: it is trusted by configuration. The worst of all outcomes. */
  async checkChain(chain: readonly Certificate[]): Promise<RevocationOutcome> {
    const [leaf, ...above] = chain;
    const own = leaf && above[0] && this.check(leaf, above[0]);
    // Authorities change their state seldom, so that an answer about one may always serve again.
    const theirs = above.slice(0, -1).map((authority, index) => {
      const issuer = above[index + 1];
      return issuer && this.check(authority, issuer, LONGEST_REUSE);
    });
    const outcomes = (await Promise.all([own, ...theirs])).filter((outcome) => outcome !== undefined);
    return worst(outcomes);
  }

  private async check(
    certificate: Certificate,
    issuer: Certificate,
    reuse = this.reuse,
  ): Promise<RevocationOutcome> {
    const verdict = await this.ask(certificate, issuer, reuse);
    if (verdict.kind === 'unknown') return verdict;
    if (verdict.kind !== 'unusable') return { ...verdict, source: 'ocsp' };
    const listed = await this.lists.find(certificate, issuer, this.clock.now());
    return listed.kind === 'unusable'
      ? { kind: 'unavailable', reasons: [`ocsp: ${verdict.reason}`, `crl: ${listed.reason}`] }
      : { ...listed, source: 'crl' };
  }

  private async ask(certificate: Certificate, issuer: Certificate, reuse: number): Promise<Answer> {
    const now = this.clock.now();
    const name = `${issuer.fingerprint}.${certificate.serialNumber}`;
    const known = this.remembered.get(name);
    if (known !== undefined && known.until > now.getTime()) return known.verdict;
    const [address] = certificate.ocspAddresses;
    if (address === undefined) return { kind: 'unusable', reason: 'no address' };
    const verdict = await this.askAt(address, certificate, issuer);
    if (verdict.kind !== 'unusable' && reuse > 0) this.remember(name, verdict, now.getTime() + reuse);
    return verdict;
  }

  private async askAt(address: string, certificate: Certificate, issuer: Certificate): Promise<Answer> {
    const question = { certificate, issuer, nonce: randomBytes(32) };
    try {
      const response = await this.fetch({
        address,
        body: await ocspRequest(question),
        contentType: 'application/ocsp-request',
        timeout: this.timeout,
        largest: LARGEST_OCSP_ANSWER,
      });
      const rules = { now: this.clock.now(), nonceRequired: this.nonceRequired };
      return await judgeOcspResponse(response, question, rules);
    } catch (error) {
      return { kind: 'unusable', reason: error instanceof Error ? error.message : 'no answer' };
    }
  }

  private remember(name: string, verdict: OcspVerdict, until: number): void {
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= MOST_REMEMBERED && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(name, { verdict, until });
  }
}

type Answer =
  Exclude<OcspVerdict, { kind: 'unusable' }> | { readonly kind: 'unusable'; readonly reason: string };

const SEVERITY = ['revoked', 'unknown', 'unavailable', 'good'] as const;

/** The first of a chain is the certificate itself, so that of equal outcomes its own is told. */
function worst(outcomes: readonly RevocationOutcome[]): RevocationOutcome {
  for (const kind of SEVERITY) {
    const found = outcomes.find((outcome) => outcome.kind === kind);
    if (found !== undefined) return found;
  }
  return { kind: 'unavailable', reasons: ['nobody answers for this certificate'] };
}

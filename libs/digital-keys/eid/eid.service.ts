import { authoritiesOf, type PresentedCertificate } from '../pki/presented.js';
import { readCertificate, type Certificate } from '../pki/certificate.js';
import { buildChain, type ChainOutcome, type Trust } from '../pki/chain.js';
import type { RevocationOutcome, RevocationService } from '../pki/revocation.js';
import { readCard, type CardProblem, type EidHolder, type EidRules } from './eid.js';

/** What a card was found to be; the self-test shows all of it. */
export interface CardReport {
  readonly outcome: CardOutcome;
  readonly certificate?: Certificate;
  /** From the certificate to the anchor; empty when it leads to none. */
  readonly chain: readonly Certificate[];
  readonly revocation?: RevocationOutcome;
}

export type CardOutcome =
  | { readonly kind: 'valid'; readonly holder: EidHolder }
  | { readonly kind: 'refused'; readonly problem: CardProblem };

/** Judges identity cards: chain, purpose, validity, holder, and at last whether they were revoked. */
export class EidService {
  constructor(
    private readonly trust: () => Trust,
    private readonly rules: EidRules,
    private readonly revocation: RevocationService,
  ) {}

  async examine(presented: PresentedCertificate | undefined, now: Date): Promise<CardReport> {
    if (presented === undefined) return refused('no-card');
    const certificate = readCertificate(presented.certificate);
    if (certificate === undefined) return refused('unreadable');
    const built = this.chainOf(certificate, presented, now);
    if (built.kind === 'untrusted') return refused('unknown-authority', { certificate });
    const { chain } = built;
    const read = readCard(chain, this.rules, now);
    if (read.kind === 'refused') return refused(read.problem, { certificate, chain });
    const revocation = await this.revocation.checkChain(chain);
    const problem = PROBLEM_OF[revocation.kind];
    return problem === undefined
      ? { certificate, chain, revocation, outcome: { kind: 'valid', holder: read.holder } }
      : refused(problem, { certificate, chain, revocation });
  }

  /** With the authorities that we know; those that came along are only read when these do not lead to a root. */
  private chainOf(certificate: Certificate, presented: PresentedCertificate, now: Date): ChainOutcome {
    const trust = this.trust();
    const built = buildChain(certificate, trust, now);
    return built.kind === 'trusted'
      ? built
      : buildChain(certificate, { ...trust, intermediates: authoritiesOf(presented) }, now);
  }
}

const PROBLEM_OF: Readonly<Record<RevocationOutcome['kind'], CardProblem | undefined>> = {
  good: undefined,
  revoked: 'revoked',
  unknown: 'unknown-card',
  unavailable: 'responder-down',
};

const refused = (problem: CardProblem, found: Partial<CardReport> = {}): CardReport => ({
  chain: [],
  ...found,
  outcome: { kind: 'refused', problem },
});

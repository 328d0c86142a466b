import type { EnterpriseNumber } from '#libs/kernel';
import { readCertificate, type Certificate } from '../pki/certificate.js';
import { buildChain } from '../pki/chain.js';
import { authoritiesOf, type PresentedCertificate } from '../pki/presented.js';
import type { RevocationOutcome, RevocationService } from '../pki/revocation.js';
import { checkCertificate, isTakenBy, type CertificateProblem, type TrustedSeller } from './certificate.js';

/** A certificate that may serve, with its road to a trusted authority; whether it was revoked is not known yet. */
export interface UsableCertificate {
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
}

export type CertificateJudgement =
  | ({ readonly kind: 'usable' } & UsableCertificate)
  | { readonly kind: 'refused'; readonly problem: CertificateProblem };

/** Judges certificates on the market: chain to a trusted authority, purpose, validity, and whether they were revoked. */
export class CertificateJudge {
  constructor(
    private readonly sellers: () => readonly TrustedSeller[],
    private readonly revocation: RevocationService,
  ) {}

  /** @param agency whose service asks; undefined when the certificate is being registered */
  examine(
    presented: PresentedCertificate | undefined,
    { agency, now }: { readonly agency?: EnterpriseNumber; readonly now: Date },
  ): CertificateJudgement {
    if (presented === undefined) return refused('no-certificate');
    const certificate = readCertificate(presented.certificate);
    if (certificate === undefined) return refused('unreadable');
    const found = this.origin(certificate, presented, now);
    if (found === undefined) return refused('unknown-authority');
    const { seller, chain } = found;
    if (!isTakenBy(seller, agency)) return refused('not-for-this-service');
    const problem = checkCertificate(certificate, seller, now);
    return problem === undefined ? { kind: 'usable', certificate, chain } : refused(problem);
  }

  /** Asked last, so that only addresses in certificates of trusted authorities are ever visited. */
  async revocationProblem({ chain }: UsableCertificate): Promise<CertificateProblem | undefined> {
    return PROBLEM_OF[(await this.revocation.checkChain(chain)).kind];
  }

  /** With the authorities that we know; those that came along are only read when these do not lead to a root. */
  private origin(certificate: Certificate, presented: PresentedCertificate, now: Date) {
    for (const seller of this.sellers()) {
      const known = buildChain(certificate, seller.trust, now);
      if (known.kind === 'trusted') return { seller, chain: known.chain };
      const withOthers = { ...seller.trust, intermediates: authoritiesOf(presented) };
      const built = buildChain(certificate, withOthers, now);
      if (built.kind === 'trusted') return { seller, chain: built.chain };
    }
    return undefined;
  }
}

const PROBLEM_OF: Readonly<Record<RevocationOutcome['kind'], CertificateProblem | undefined>> = {
  good: undefined,
  revoked: 'revoked',
  unknown: 'unknown-certificate',
  unavailable: 'responder-down',
};

const refused = (problem: CertificateProblem): CertificateJudgement => ({ kind: 'refused', problem });

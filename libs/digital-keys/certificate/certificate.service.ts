import { hours, minutes, seconds, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { Throttle, ThrottlePolicy } from '#libs/security';
import { guessCount, type GuessCount } from '../guess-count.js';
import type { PresentedCertificate } from '../pki/presented.js';
import type { CertificateJudge, UsableCertificate } from './certificate.judge.js';
import type { CertificateStore } from './certificate.store.js';
import type { CertificateProblem } from './certificate.js';

/** Per person: nobody guesses a certificate, but each one that is shown costs us and its authority work. */
export const SHOWN_CERTIFICATES: ThrottlePolicy = {
  purpose: 'certificate',
  freeAttempts: 10,
  firstWait: minutes(1),
  maximumWait: hours(1),
  window: hours(24),
};

export type CertificateVerification =
  | { readonly kind: 'right'; readonly keyId: string; readonly enrolment: Enrolment }
  /** `reason` is for the record; it tells more than the page may. */
  | { readonly kind: 'refused'; readonly problem: CertificateProblem; readonly reason: string }
  | { readonly kind: 'locked'; readonly waitMs: number };

export interface CertificateParts {
  readonly store: CertificateStore;
  readonly judge: CertificateJudge;
  readonly throttle: Throttle;
}

/** Certificates that people made a key in SMA, as FAS judges them. */
export class CertificateService {
  constructor(private readonly the: CertificateParts) {}

  /** Whether the certificate is one of this person's, holds, and was not revoked. */
  async verify(
    presented: PresentedCertificate | undefined,
    of: {
      readonly fedId: FedId;
      readonly agency: EnterpriseNumber;
      readonly now: Date;
      readonly familiar?: boolean | undefined;
    },
  ): Promise<CertificateVerification> {
    const count = guessCount(SHOWN_CERTIFICATES, of.fedId, of.familiar);
    const attempt = await this.the.throttle.attempt(count.policy, count.target);
    if (attempt.kind !== 'open') {
      const waitMs = attempt.kind === 'wait' ? attempt.until.getTime() - of.now.getTime() : hours(1);
      return { kind: 'locked', waitMs: Math.max(waitMs, seconds(1)) };
    }
    const judged = this.the.judge.examine(presented, of);
    if (judged.kind === 'refused') return refused(judged.problem);
    return this.verifyRegistered(judged, of.fedId, count);
  }

  private async verifyRegistered(
    usable: UsableCertificate,
    fedId: FedId,
    { policy, target }: GuessCount,
  ): Promise<CertificateVerification> {
    const { store, judge, throttle } = this.the;
    const record = await store.find(usable.certificate);
    if (record === undefined || record.state === 'revoked') return refused('not-registered');
    if (record.fedId !== fedId) return refused('not-registered', 'of-another-person');
    if (!record.personActive) return refused('not-registered', 'person');
    if (record.state === 'suspended') return refused('suspended');
    const problem = await judge.revocationProblem(usable);
    if (problem === 'responder-down') await throttle.release(policy, target);
    if (problem !== undefined) return refused(problem);
    await throttle.succeed(policy, target);
    return { kind: 'right', keyId: record.keyId, enrolment: record.enrolment };
  }
}

const refused = (problem: CertificateProblem, reason: string = problem): CertificateVerification => ({
  kind: 'refused',
  problem,
  reason,
});

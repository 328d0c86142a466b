import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { hours, minutes, seconds, type EnterpriseNumber, type FedId } from '#libs/kernel';
import type { Enrolment } from '#libs/loa';
import type { Throttle, ThrottlePolicy } from '#libs/security';
import { DigitalKeysStore } from '../digital-keys.store.js';
import { isDuplicate } from '../duplicate.js';
import { guessCount, type GuessCount } from '../guess-count.js';
import { keyLabel, OwnKeys, requestEntry, type KeyChange } from '../own-keys.js';
import type { PresentedCertificate } from '../pki/presented.js';
import { CertificateRegistered, CertificateRegistrationRefused } from './certificate.audit.js';
import type { CertificateJudge, UsableCertificate } from './certificate.judge.js';
import type { CertificateStore, RegisteredCertificate } from './certificate.store.js';
import type { CertificateProblem } from './certificate.js';

/** Per person: nobody guesses a certificate, but each one that is shown costs us and its authority work. */
export const SHOWN_CERTIFICATES: ThrottlePolicy = {
  purpose: 'certificate',
  freeAttempts: 10,
  firstWait: minutes(1),
  maximumWait: hours(1),
  window: hours(24),
};

/** Certificates that one person may have registered at a time. */
export const MOST_CERTIFICATES = 5;

export type CertificateVerification =
  | { readonly kind: 'right'; readonly keyId: string; readonly enrolment: Enrolment }
  /** `reason` is for the record; it tells more than the page may. */
  | { readonly kind: 'refused'; readonly problem: CertificateProblem; readonly reason: string }
  | { readonly kind: 'locked'; readonly waitMs: number };

export type RegistrationProblem = CertificateProblem | 'already-registered' | 'too-many';

export type RegistrationOutcome =
  | { readonly kind: 'registered'; readonly keyId: string }
  | { readonly kind: 'refused'; readonly problem: RegistrationProblem };

export interface CertificateRegistration {
  readonly fedId: FedId;
  /** How the person's identity was proven when they came to register it; it caps the level for good. */
  readonly enrolment: Enrolment;
  /** From the certificate listener: the handshake proved that its owner holds the key. */
  readonly presented: PresentedCertificate | undefined;
  readonly label?: string;
  readonly now: Date;
}

export interface CertificateParts {
  readonly database: Database;
  readonly store: CertificateStore;
  readonly judge: CertificateJudge;
  readonly throttle: Throttle;
  readonly audit: Pick<AuditWriter, 'record'>;
}

/** Certificates that people registered as a key: registered and managed in SMA, proven in FAS. */
export class CertificateService {
  private readonly keys: DigitalKeysStore;
  private readonly own: OwnKeys;

  constructor(private readonly the: CertificateParts) {
    this.keys = new DigitalKeysStore(the.database);
    this.own = new OwnKeys(the.database, the.audit);
  }

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

  /** Makes a certificate that its owner showed just now a key of theirs. */
  async register(registration: CertificateRegistration): Promise<RegistrationOutcome> {
    const outcome = await this.tryRegister(registration);
    const { audit } = this.the;
    const entry = { ...requestEntry(), subject: registration.fedId };
    if (outcome.kind === 'registered') {
      await audit.record(CertificateRegistered, { ...entry, data: { keyId: outcome.keyId } });
    } else {
      await audit.record(CertificateRegistrationRefused, { ...entry, data: { reason: outcome.problem } });
    }
    return outcome;
  }

  private async tryRegister(registration: CertificateRegistration): Promise<RegistrationOutcome> {
    const { judge } = this.the;
    const judged = judge.examine(registration.presented, { now: registration.now });
    if (judged.kind === 'refused') return judged;
    const revoked = await judge.revocationProblem(judged);
    if (revoked !== undefined) return { kind: 'refused', problem: revoked };
    try {
      return await this.store(judged, registration);
    } catch (error) {
      if (!isDuplicate(error)) throw error;
      return { kind: 'refused', problem: 'already-registered' };
    }
  }

  private store(
    { certificate }: UsableCertificate,
    { fedId, enrolment, label = '' }: CertificateRegistration,
  ): Promise<RegistrationOutcome> {
    return this.the.database.transaction(async (tx) => {
      const store = this.the.store.within(tx);
      const known = await store.find(certificate);
      if (known !== undefined && known.state !== 'revoked') {
        return { kind: 'refused', problem: 'already-registered' };
      }
      if ((await store.ofPerson(fedId)).length >= MOST_CERTIFICATES) {
        return { kind: 'refused', problem: 'too-many' };
      }
      const name = keyLabel(label);
      const key = { fedId, kind: 'certificate' as const, enrolment, ...(name && { label: name }) };
      const keyId = await this.keys.within(tx).add(key);
      await store.add(keyId, certificate);
      return { kind: 'registered', keyId };
    });
  }

  list(fedId: FedId): Promise<RegisteredCertificate[]> {
    return this.the.store.ofPerson(fedId);
  }

  rename(fedId: FedId, keyId: string, label: string): Promise<KeyChange> {
    return this.own.rename({ fedId, keyId, kind: 'certificate' }, label);
  }

  suspend(fedId: FedId, keyId: string): Promise<KeyChange> {
    return this.own.suspend({ fedId, keyId, kind: 'certificate' }, 'owner');
  }

  /** Revokes it as a key here; what its authority thinks of it is not our business. */
  remove(fedId: FedId, keyId: string): Promise<KeyChange> {
    return this.own.remove({ fedId, keyId, kind: 'certificate' });
  }
}

const refused = (problem: CertificateProblem, reason: string = problem): CertificateVerification => ({
  kind: 'refused',
  problem,
  reason,
});

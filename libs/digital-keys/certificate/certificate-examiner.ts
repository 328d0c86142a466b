import type { AuditWriter } from '#libs/audit';
import type { Throttle } from '#libs/security';
import type { SetupSituation } from '../life/manage.js';
import { requestEntry } from '../own-keys.js';
import { readPresented } from '../pki/presented.js';
import { CertificateRegistrationRefused } from './certificate.audit.js';
import type { CertificateJudge, UsableCertificate } from './certificate.judge.js';
import type { CertificateProblem } from './certificate.js';
import { SHOWN_CERTIFICATES } from './certificate.service.js';
import type { CertificateStore } from './certificate.store.js';

/** Why a certificate cannot become a key, however it came here. */
export type RegistrationProblem = CertificateProblem | 'already-registered' | 'too-often';

export type Examined =
  | ({ readonly kind: 'usable' } & UsableCertificate)
  | { readonly kind: 'refused'; readonly problem: RegistrationProblem };

export interface CertificateExaminerParts {
  readonly store: CertificateStore;
  readonly judge: CertificateJudge;
  readonly throttle: Throttle;
  readonly audit: Pick<AuditWriter, 'record'>;
}

/** Whether a certificate may become a key of this person: the same for one that was shown and one in a file. */
export class CertificateExaminer {
  constructor(private readonly the: CertificateExaminerParts) {}

  /**
   * Each certificate that is shown costs its authority work, so they are counted.
   *
   * @param shown as `writePresented` keeps it
   */
  async examine({ fedId, now }: SetupSituation, shown: string): Promise<Examined> {
    const { throttle, judge, store } = this.the;
    if ((await throttle.attempt(SHOWN_CERTIFICATES, fedId)).kind !== 'open') return refused('too-often');
    const judged = judge.examine(readPresented(shown), { now });
    if (judged.kind === 'refused') return judged;
    const revoked = await judge.revocationProblem(judged);
    if (revoked !== undefined) return refused(revoked);
    const known = await store.find(judged.certificate);
    if (known !== undefined && known.state !== 'revoked') return refused('already-registered');
    await throttle.succeed(SHOWN_CERTIFICATES, fedId);
    return judged;
  }

  async noteRefusal({ fedId }: SetupSituation, reason: string): Promise<void> {
    await this.the.audit.record(CertificateRegistrationRefused, {
      ...requestEntry(),
      subject: fedId,
      data: { reason },
    });
  }
}

const refused = (problem: RegistrationProblem): Examined => ({ kind: 'refused', problem });

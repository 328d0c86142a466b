import type { AuditWriter } from '#libs/audit';
import type { ApsTokenClaims } from '#libs/attributes';
import type { ApplicationDirectory, PublishedTo, Subject, SubjectDirectory } from './directories.js';
import { AttributeRequestRefused } from './publication.audit.js';

export type RefusalReason =
  | 'question-malformed'
  | 'application-unknown'
  | 'application-not-active'
  | 'person-unknown'
  | 'person-not-active'
  | 'not-entitled'
  | 'token-used';

export interface Refusal {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
  readonly problem?: string;
}

export type Admitted =
  { readonly kind: 'admitted'; readonly application: PublishedTo; readonly subject: Subject } | Refusal;

export interface AdmissionServices {
  readonly applications: ApplicationDirectory;
  readonly subjects: SubjectDirectory;
  readonly audit: AuditWriter;
}

/** Whether a question is looked at: application and person of its token are there and active (XS-24). */
export class Admission {
  constructor(private readonly the: AdmissionServices) {}

  async of(caller: ApsTokenClaims, reference: string): Promise<Admitted> {
    const [application, subject] = await Promise.all([
      this.the.applications.find(caller.client_id),
      this.the.subjects.find(caller.sub),
    ]);
    if (application === undefined) return this.refuse('application-unknown', caller, reference);
    if (!application.active) return this.refuse('application-not-active', caller, reference);
    if (subject === undefined) return this.refuse('person-unknown', caller, reference);
    if (!subject.active) return this.refuse('person-not-active', caller, reference);
    return { kind: 'admitted', application, subject };
  }

  async malformed(problem: string, caller: ApsTokenClaims, reference: string): Promise<Refusal> {
    return { ...(await this.refuse('question-malformed', caller, reference)), problem };
  }

  /** Every refusal is recorded, once. */
  async refuse(
    reason: RefusalReason,
    { sub, client_id }: ApsTokenClaims,
    reference: string,
  ): Promise<Refusal> {
    const entry = { reference, subject: sub, application: client_id, data: { reason } };
    await this.the.audit.record(AttributeRequestRefused, entry);
    return { kind: 'refused', reason };
  }
}

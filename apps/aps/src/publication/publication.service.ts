import type { AuditWriter } from '#libs/audit';
import {
  decideEntitlement,
  parseAttributeRequest,
  type ApsTokenClaims,
  type AttributeAnswer,
  type AttributeName,
  type AttributeRequest,
  type AttributeResult,
} from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import { randomToken } from '#libs/security';
import { consultSources, type ReadySource } from './consult-sources.js';
import { belgianDay } from './belgian-day.js';
import type { ConsultationStore } from './consultation.store.js';
import type { ApplicationDirectory, PublishedTo, Subject, SubjectDirectory } from './directories.js';
import { AttributeRequestRefused, AttributesConsulted } from './publication.audit.js';

export interface PublicationDependencies {
  readonly applications: ApplicationDirectory;
  readonly subjects: SubjectDirectory;
  readonly sources: readonly ReadySource[];
  readonly consultations: ConsultationStore;
  readonly audit: AuditWriter;
  readonly clock: Clock;
  /** Environments of applications that this installation serves. */
  readonly servedEnvironments: readonly string[];
}

export type PublicationRefusal =
  | 'question-malformed'
  | 'application-unknown'
  | 'application-not-active'
  | 'person-unknown'
  | 'person-not-active'
  | 'token-used';

export type PublicationOutcome =
  | { readonly kind: 'published'; readonly answer: AttributeAnswer }
  | { readonly kind: 'refused'; readonly reason: PublicationRefusal; readonly problem?: string };

interface Consulting {
  readonly caller: ApsTokenClaims;
  readonly request: AttributeRequest;
  readonly application: PublishedTo;
  readonly subject: Subject;
  readonly id: string;
  readonly now: Date;
}

/** Request → decision → sources → record → answer. No answer leaves before its record is committed. */
export class PublicationService {
  constructor(private readonly dependencies: PublicationDependencies) {}

  /**
   * @param caller what the verified token says; subject and application come from nowhere else
   * @param body as it arrived
   * @param reference of the HTTP request, for the record
   * @throws AuditUnavailableError when the record could not be written; nothing is answered then
   */
  async publish(caller: ApsTokenClaims, body: unknown, reference: string): Promise<PublicationOutcome> {
    const question = parseAttributeRequest(body);
    if (question.kind === 'invalid') {
      return { ...(await this.refuse('question-malformed', caller, reference)), problem: question.reason };
    }
    const { applications, subjects, clock } = this.dependencies;
    const [application, subject] = await Promise.all([
      applications.find(caller.client_id),
      subjects.find(caller.sub),
    ]);
    if (application === undefined) return this.refuse('application-unknown', caller, reference);
    if (!application.active) return this.refuse('application-not-active', caller, reference);
    if (subject === undefined) return this.refuse('person-unknown', caller, reference);
    if (!subject.active) return this.refuse('person-not-active', caller, reference);

    const consulting = {
      caller,
      request: question.value,
      application,
      subject,
      id: randomToken(16),
      now: clock.now(),
    };
    const results = await this.resultsOf(consulting);
    if ((await this.record(consulting, results, reference)) === 'token-used') {
      return this.refuse('token-used', caller, reference);
    }
    return {
      kind: 'published',
      answer: { reference: consulting.id, subject: caller.sub, attributes: results },
    };
  }

  private async refuse(
    reason: PublicationRefusal,
    { sub, client_id }: ApsTokenClaims,
    reference: string,
  ): Promise<{ readonly kind: 'refused'; readonly reason: PublicationRefusal }> {
    const entry = { reference, subject: sub, application: client_id, data: { reason } };
    await this.dependencies.audit.record(AttributeRequestRefused, entry);
    return { kind: 'refused', reason };
  }

  private async resultsOf(consulting: Consulting): Promise<AttributeResult[]> {
    const { caller, request, application, subject, now } = consulting;
    const decisions = decideEntitlement({
      application: application.entitled,
      servedEnvironments: this.dependencies.servedEnvironments,
      asked: request.attributes,
      purpose: caller.purpose,
      context: request.context,
      today: belgianDay(now),
      subjectRegister: subject.number?.register ?? 'none',
      enrolment: subject.enrolment,
    }).filter(({ name }) => request.attributes.includes(name));
    const granted = decisions
      .filter(({ decision }) => decision === 'granted')
      .map(({ name }) => name as AttributeName);
    const fetched = await consultSources(this.dependencies.sources, granted, {
      ...consulting,
      clock: this.dependencies.clock,
    });
    return decisions.map((decision) =>
      decision.decision === 'refused'
        ? { name: decision.name, status: 'refused', reason: decision.reason }
        : (fetched.get(decision.name) ?? {
            name: decision.name,
            status: 'unavailable',
            reason: 'source-out-of-service',
          }),
    );
  }

  private async record(consulting: Consulting, results: readonly AttributeResult[], reference: string) {
    const { caller, request, application, id, now } = consulting;
    const { authorisation } = application.entitled;
    const added = await this.dependencies.consultations.add({
      id,
      occurredAt: now,
      subject: caller.sub,
      application: application.id,
      agency: application.agency,
      journey: caller.journey,
      tokenId: caller.jti,
      purpose: caller.purpose,
      context: request.context,
      legalBasis: authorisation,
      results,
      reference,
    });
    if (added === 'token-used') return added;
    const named = (status: AttributeResult['status']) =>
      results.filter((result) => result.status === status).map(({ name }) => name);
    await this.dependencies.audit.record(AttributesConsulted, {
      reference,
      subject: caller.sub,
      application: application.id,
      agency: application.agency,
      data: {
        consultation: id,
        purpose: caller.purpose,
        context: request.context,
        ...(authorisation && { legalBasis: authorisation.reference }),
        given: named('given'),
        refused: named('refused'),
        unavailable: named('unavailable'),
      },
    });
    return added;
  }
}

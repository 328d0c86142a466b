import type { AuditWriter } from '#libs/audit';
import {
  decideEntitlement,
  parseAttributeRequest,
  type ApsTokenClaims,
  type AttributeAnswer,
  type AttributeRequest,
  type AttributeResult,
} from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import { randomToken } from '#libs/security';
import type { ReadySource } from '../sources/source-registry.js';
import { consultSources, type Consulted } from './consult-sources.js';
import { belgianDay } from './belgian-day.js';
import type { ConsultationStore } from './consultation.store.js';
import type { PublishedTo, Subject, SubjectDirectory } from './directories.js';
import type { NumberChange } from './number-change.js';
import { AttributesConsulted } from './publication.audit.js';
import type { Admission, Refusal } from './admission.js';

export interface PublicationDependencies {
  readonly admission: Admission;
  readonly subjects: SubjectDirectory;
  readonly sources: readonly ReadySource[];
  readonly consultations: ConsultationStore;
  readonly numbers: NumberChange;
  readonly audit: AuditWriter;
  readonly clock: Clock;
  /** Environments of applications that this installation serves. */
  readonly servedEnvironments: readonly string[];
}

export type PublicationOutcome = { readonly kind: 'published'; readonly answer: AttributeAnswer } | Refusal;

interface Consulting {
  readonly caller: ApsTokenClaims;
  readonly request: AttributeRequest;
  readonly application: PublishedTo;
  readonly subject: Subject;
  readonly id: string;
  readonly now: Date;
  readonly reference: string;
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
    const { admission, clock } = this.dependencies;
    const question = parseAttributeRequest(body);
    if (question.kind === 'invalid') return admission.malformed(question.reason, caller, reference);
    const admitted = await admission.of(caller, reference);
    if (admitted.kind === 'refused') return admitted;
    const { application, subject } = admitted;
    const consulting = {
      caller,
      request: question.value,
      application,
      subject,
      id: randomToken(16),
      now: clock.now(),
      reference,
    };
    const results = await this.resultsOf(consulting);
    if ((await this.record(consulting, results)) === 'token-used') {
      return admission.refuse('token-used', caller, reference);
    }
    return {
      kind: 'published',
      answer: { reference: consulting.id, subject: caller.sub, attributes: results },
    };
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
      forEnterprise: request.enterprise !== undefined,
    }).filter(({ name }) => request.attributes.includes(name));
    const granted = decisions.filter(({ decision }) => decision === 'granted').map(({ name }) => name);
    const { results: fetched } = await this.consult(consulting, granted);
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

  /** When a register names a new number for the person, that is taken up and asked under, once. */
  private async consult(consulting: Consulting, granted: readonly string[]): Promise<Consulted> {
    const { sources, clock, numbers, subjects } = this.dependencies;
    const occasion = { ...consulting, clock };
    const consulted = await consultSources(sources, granted, occasion);
    const { caller, reference } = consulting;
    if (consulted.replacedBy === undefined) return consulted;
    if (!(await numbers.replace(caller.sub, consulted.replacedBy, reference))) return consulted;
    const subject = await subjects.find(caller.sub);
    return subject === undefined ? consulted : consultSources(sources, granted, { ...occasion, subject });
  }

  private async record(consulting: Consulting, results: readonly AttributeResult[]) {
    const { caller, request, application, id, now, reference } = consulting;
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

import type { AuditWriter } from '#libs/audit';
import {
  decideEntitlement,
  parseEnterprisesRequest,
  type ApsTokenClaims,
  type EnterprisesAnswer,
} from '#libs/attributes';
import type { Clock } from '#libs/kernel';
import { randomToken } from '#libs/security';
import type { KnownMandates, Mandates } from '../sources/mandates/mandates.js';
import type { Admission, Admitted, Refusal } from './admission.js';
import { belgianDay } from './belgian-day.js';
import { groundOf } from './consult-sources.js';
import type { ConsultationStore } from './consultation.store.js';
import type { EnterpriseOptions } from './enterprise-options.js';
import { EnterprisesConsulted } from './publication.audit.js';

export interface EnterprisesDependencies {
  readonly admission: Admission;
  readonly mandates: Mandates;
  readonly options: EnterpriseOptions;
  readonly consultations: ConsultationStore;
  readonly audit: AuditWriter;
  readonly clock: Clock;
  readonly servedEnvironments: readonly string[];
}

export type EnterprisesPublished =
  { readonly kind: 'published'; readonly answer: EnterprisesAnswer } | Refusal;

/** Who was asked, and what for: as the person reads it among their consultations. */
const PARTIES = [
  { name: 'enterpriseNumber', source: 'enterprise-register' },
  { name: 'roles', source: 'roles' },
] as const;

type Consulting = Extract<Admitted, { kind: 'admitted' }> & {
  readonly caller: ApsTokenClaims;
  readonly id: string;
  readonly reference: string;
};

/** For which enterprises a person may act: shown to that person at their sign-in, and to nobody else. */
export class EnterprisesService {
  constructor(private readonly the: EnterprisesDependencies) {}

  async publish(caller: ApsTokenClaims, body: unknown, reference: string): Promise<EnterprisesPublished> {
    const { admission, clock, mandates, options } = this.the;
    const question = parseEnterprisesRequest(body);
    if (question.kind === 'invalid') return admission.malformed(question.reason, caller, reference);
    const admitted = await admission.of(caller, reference);
    if (admitted.kind === 'refused') return admitted;
    if (!this.mayAsk(admitted, caller)) return admission.refuse('not-entitled', caller, reference);
    const consulting = { ...admitted, caller, reference, id: randomToken(16) };
    const known = await mandates.of({
      personNumber: admitted.subject.number?.value,
      today: belgianDay(clock.now()),
      ground: groundOf(consulting),
    });
    const enterprises = await options.of(known.mandates, question.value.language);
    if ((await this.record(consulting, known)) === 'token-used')
      return admission.refuse('token-used', caller, reference);
    const unavailable = known.unavailable.map(({ source }) => source);
    return {
      kind: 'published',
      answer: { reference: consulting.id, subject: caller.sub, enterprises, unavailable },
    };
  }

  /** The same rules as for an attribute, but for the dossier: the list goes to the person and not to the application. */
  private mayAsk(
    { application, subject }: Consulting | Extract<Admitted, { kind: 'admitted' }>,
    caller: ApsTokenClaims,
  ) {
    const { entitled } = application;
    const asked = ['enterpriseNumber'];
    const { authorisation } = entitled;
    const [decision] = decideEntitlement({
      application: {
        ...entitled,
        attributes: [{ name: 'enterpriseNumber', mandatory: false }],
        authorisation: authorisation && { ...authorisation, attributes: asked },
      },
      servedEnvironments: this.the.servedEnvironments,
      asked,
      purpose: caller.purpose,
      context: 'enterprise',
      today: belgianDay(this.the.clock.now()),
      subjectRegister: subject.number?.register ?? 'none',
      enrolment: subject.enrolment,
      forEnterprise: true,
    });
    return decision?.decision === 'granted';
  }

  private async record({ caller, application, id, reference }: Consulting, known: KnownMandates) {
    const { clock, consultations, audit } = this.the;
    const occurredAt = clock.now();
    const retrievedAt = occurredAt.toISOString();
    const { authorisation } = application.entitled;
    const away = known.unavailable.map(({ source, because }) => ({ source, reason: because.reason }));
    const added = await consultations.add({
      id,
      occurredAt,
      subject: caller.sub,
      application: application.id,
      agency: application.agency,
      journey: caller.journey,
      tokenId: caller.jti,
      purpose: caller.purpose,
      context: 'enterprise',
      legalBasis: authorisation,
      results: PARTIES.map(({ name, source }) => {
        const because = away.find((one) => one.source === source);
        return because === undefined
          ? { name, status: 'given', value: '', source, trust: 'authentic-source', retrievedAt }
          : { name, status: 'unavailable', reason: because.reason };
      }),
      reference,
    });
    if (added === 'token-used') return added;
    await audit.record(EnterprisesConsulted, {
      reference,
      subject: caller.sub,
      application: application.id,
      agency: application.agency,
      data: {
        consultation: id,
        purpose: caller.purpose,
        ...(authorisation && { legalBasis: authorisation.reference }),
        unavailable: away.map(({ source }) => source),
      },
    });
    return added;
  }
}

import type { AttributeResult, Authorisation } from '#libs/attributes';
import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';
import type { Context } from '#libs/loa';

export interface Consultation {
  readonly id: string;
  readonly occurredAt: Date;
  readonly subject: FedId;
  readonly application: string;
  readonly agency: string;
  readonly journey: string;
  readonly tokenId: string;
  readonly purpose: string;
  readonly context: Context;
  readonly legalBasis: Pick<Authorisation, 'kind' | 'reference'> | undefined;
  readonly results: readonly AttributeResult[];
  readonly reference: string;
}

/** The record of who was told what about whom. It is added to and read, never changed. */
export class ConsultationStore {
  constructor(private readonly database: Queryable) {}

  /** @returns `token-used` when a consultation was already recorded for this token; nothing is added then. */
  async add(consultation: Consultation): Promise<'added' | 'token-used'> {
    const rows = await this.database.prepared(
      'aps-consultation-add',
      `insert into aps.consultation (id, occurred_at, subject, application, agency, journey, token_id, purpose,
                                     context, legal_basis_kind, legal_basis_reference, results, reference)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (token_id) do nothing returning id`,
      [
        consultation.id,
        consultation.occurredAt,
        consultation.subject,
        consultation.application,
        consultation.agency,
        consultation.journey,
        consultation.tokenId,
        consultation.purpose,
        consultation.context,
        consultation.legalBasis?.kind ?? null,
        consultation.legalBasis?.reference ?? null,
        JSON.stringify(consultation.results.map(withoutValue)),
        consultation.reference,
      ],
    );
    return rows.length === 1 ? 'added' : 'token-used';
  }
}

/** What is kept of a result: everything but what it told. */
function withoutValue(result: AttributeResult) {
  if (result.status !== 'given') return result;
  const { name, status, source, trust, retrievedAt } = result;
  return { name, status, source, trust, retrievedAt };
}

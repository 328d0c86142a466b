import type { Queryable } from '#libs/database';
import type { FedId } from '#libs/kernel';

/** What one service was told about the person out of the registers, and on what ground. */
export interface OwnConsultation {
  readonly at: Date;
  /** Identifier of the application. */
  readonly application: string;
  /** Enterprise number of the agency behind it. */
  readonly agency: string;
  readonly purpose: string;
  /** Number of the deliberation, law or protocol. */
  readonly ground: string | undefined;
  readonly given: readonly string[];
  readonly refused: readonly string[];
}

interface ConsultationRow {
  occurred_at: Date;
  application: string;
  agency: string;
  purpose: string;
  legal_basis_reference: string | null;
  results: readonly { readonly name: string; readonly status: string }[];
}

/** Consultations of the registers about a person, as APS kept them. They hold no values. */
export class ConsultationsStore {
  constructor(private readonly database: Queryable) {}

  /** Newest first. */
  async ofPerson(fedId: FedId, limit: number): Promise<OwnConsultation[]> {
    const rows = await this.database.query<ConsultationRow>(
      `select occurred_at, application, agency, purpose, legal_basis_reference, results from aps.consultation
        where subject = $1 order by occurred_at desc limit $2`,
      [fedId, limit],
    );
    return rows.map((row) => ({
      at: row.occurred_at,
      application: row.application,
      agency: row.agency,
      purpose: row.purpose,
      ground: row.legal_basis_reference ?? undefined,
      given: attributesWith(row, 'given'),
      refused: attributesWith(row, 'refused'),
    }));
  }
}

const attributesWith = ({ results }: ConsultationRow, wanted: string): string[] =>
  results.filter(({ status }) => status === wanted).map(({ name }) => name);

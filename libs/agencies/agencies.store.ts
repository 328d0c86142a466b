import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, LocalisedText } from '#libs/kernel';
import type { Authorisation, LegalBasis } from './application.js';

export interface Agency {
  readonly number: EnterpriseNumber;
  readonly name: LocalisedText;
  readonly agreementVersion?: string;
}

/** Since when something is stopped, and why. */
export interface Suspension {
  readonly since: Date;
  readonly reason: string;
}

export interface RegisteredAgency extends Agency {
  readonly state: 'active' | 'suspended';
  readonly suspension?: Suspension;
}

interface AgencyRow {
  number: EnterpriseNumber;
  name: LocalisedText;
  state: RegisteredAgency['state'];
  agreement_version: string | null;
  suspended_at: Date | null;
  suspension_reason: string | null;
}

const SELECT = `select number, name, state, agreement_version, suspended_at, suspension_reason
                  from agencies.agency`;

/** Agencies, the agreement that they signed and the legal bases that they hold. */
export class AgenciesStore {
  constructor(private readonly database: Queryable) {}

  async all(): Promise<RegisteredAgency[]> {
    return (await this.database.query<AgencyRow>(`${SELECT} order by number`)).map(toAgency);
  }

  async find(number: EnterpriseNumber): Promise<RegisteredAgency | undefined> {
    const [row] = await this.database.query<AgencyRow>(`${SELECT} where number = $1`, [number]);
    return row && toAgency(row);
  }

  /** Registers an agency with its signed agreement; one that is known is left as it is, and the answer is false. */
  async ensure(agency: Agency): Promise<boolean> {
    const added = await this.database.query(
      `insert into agencies.agency (number, name, agreement_version, agreement_signed_at)
       values ($1, $2, $3, case when $3::text is not null then now() end)
       on conflict (number) do nothing returning number`,
      [agency.number, agency.name, agency.agreementVersion],
    );
    return added.length === 1;
  }

  /** Suspends an agency for a reason, or lets it go on; its applications are refused from that moment. */
  async setStanding(number: EnterpriseNumber, suspendedFor: string | undefined): Promise<void> {
    await this.database.query(
      `update agencies.agency set state = case when $2::text is null then 'active' else 'suspended' end,
          suspended_at = case when $2::text is not null then coalesce(suspended_at, now()) end,
          suspension_reason = $2 where number = $1`,
      [number, suspendedFor],
    );
  }

  /** The legal bases of an agency, with the attributes that each covers. */
  async legalBases(agency: EnterpriseNumber): Promise<Authorisation[]> {
    const rows = await this.database.query<AuthorisationRow>(
      `select ${AUTHORISATION} from agencies.authorisation where agency = $1 order by kind, reference`,
      [agency],
    );
    return rows.map(toAuthorisation);
  }

  /** Legal bases of whatever agency; those that do not exist are not among them. */
  async legalBasesById(ids: readonly string[]): Promise<Authorisation[]> {
    const rows = await this.database.query<AuthorisationRow>(
      `select ${AUTHORISATION} from agencies.authorisation where id = any($1::uuid[])`,
      [ids],
    );
    return rows.map(toAuthorisation);
  }

  /**
   * The agency's legal basis of this kind and reference; recorded for the given attributes when it is not known
   * yet. One that is known is never widened here.
   */
  async ensureLegalBasis(
    agency: EnterpriseNumber,
    basis: LegalBasis,
    attributes: readonly string[],
  ): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `with added as (
         insert into agencies.authorisation (agency, kind, reference, attributes, valid_from, valid_until)
         values ($1, $2, $3, $4, $5, $6) on conflict (agency, kind, reference) do nothing returning id)
       select id from added union all
       select id from agencies.authorisation where agency = $1 and kind = $2 and reference = $3`,
      [agency, basis.kind, basis.reference, attributes, basis.validFrom, basis.validUntil],
    );
    if (row === undefined) throw new Error('the legal basis was not stored');
    return row.id;
  }
}

type AuthorisationRow = Omit<Authorisation, 'validUntil'> & { readonly validUntil: string | null };

const AUTHORISATION =
  'id, kind, reference, attributes, valid_from::text as "validFrom", valid_until::text as "validUntil"';

const toAuthorisation = ({ validUntil, ...basis }: AuthorisationRow): Authorisation => ({
  ...basis,
  ...(validUntil !== null && { validUntil }),
});

const toAgency = ({
  agreement_version: agreementVersion,
  suspended_at: since,
  suspension_reason: reason,
  ...row
}: AgencyRow): RegisteredAgency => ({
  ...row,
  ...(agreementVersion !== null && { agreementVersion }),
  ...(since !== null && { suspension: { since, reason: reason ?? '' } }),
});

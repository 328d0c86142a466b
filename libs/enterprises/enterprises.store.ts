import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, EstablishmentNumber, Language } from '#libs/kernel';

export interface EnterpriseRecord {
  readonly number: EnterpriseNumber;
  readonly active: boolean;
  /** In the language asked, or else as the KBO has it; undefined when it has none. */
  readonly name: string | undefined;
}

export interface EstablishmentRecord {
  readonly number: EstablishmentNumber;
  readonly enterprise: EnterpriseNumber;
  readonly name: string | undefined;
  readonly municipality: string | undefined;
}

/** The legal name before others, the language asked before others. */
const NAME = (entity: string) => `(
  select d.name from enterprises.denomination d where d.entity = ${entity}
   order by d.kind, d.language <> $2, d.language limit 1)`;

/** Public data of enterprises, as the KBO gave it out. */
export class EnterprisesStore {
  constructor(private readonly database: Queryable) {}

  /** Those that are known, in no particular order. */
  find(numbers: readonly string[], language: Language): Promise<EnterpriseRecord[]> {
    return this.database.prepared<EnterpriseRecord & { active: boolean }>(
      'enterprises-find',
      `select e.number, e.active, ${NAME('e.number')} as name from enterprises.enterprise e
        where e.number = any($1)`,
      [numbers, language],
    );
  }

  findEstablishments(numbers: readonly string[], language: Language): Promise<EstablishmentRecord[]> {
    return this.database.prepared<EstablishmentRecord & { number: EstablishmentNumber }>(
      'establishments-find',
      `select u.number, u.enterprise, ${NAME('u.number')} as name,
              (select case when $2 = 'fr' then coalesce(a.municipality_fr, a.municipality_nl)
                           else coalesce(a.municipality_nl, a.municipality_fr) end
                 from enterprises.address a where a.entity = u.number limit 1) as municipality
         from enterprises.establishment u where u.number = any($1)`,
      [numbers, language],
    );
  }
}

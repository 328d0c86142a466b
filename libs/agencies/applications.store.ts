import type { Queryable } from '#libs/database';
import type { EnterpriseNumber, LocalisedText } from '#libs/kernel';
import type { Context, KeyKind, Level } from '#libs/loa';
import type {
  Application,
  ApplicationAttribute,
  ApplicationEnvironment,
  ApplicationState,
  LegalBasisKind,
  SamlSettings,
} from './application.js';
import type { OidcSettings } from './oidc-settings.js';

interface ApplicationRow {
  id: string;
  agency: string;
  agency_name: LocalisedText;
  agency_state: 'active' | 'suspended';
  service: string | null;
  name: LocalisedText;
  environment: ApplicationEnvironment;
  state: ApplicationState;
  minimum_level: number;
  keys: KeyKind[];
  contexts: Context[];
  attributes: ApplicationAttribute[];
  oidc: OidcSettings | null;
  saml: SamlSettings | null;
  authorisation_id: string | null;
  kind: LegalBasisKind | null;
  reference: string | null;
  authorised: string[] | null;
  valid_from: string | null;
  valid_until: string | null;
}

const SELECT = `
  select a.id, a.agency, g.name as agency_name, g.state as agency_state, a.service, a.name, a.environment,
         case when g.state = 'active' then a.state else 'suspended' end as state,
         a.minimum_level, a.keys, a.contexts, a.attributes, a.oidc, a.saml,
         a.authorisation_id, b.kind, b.reference, b.attributes as authorised,
         greatest(b.valid_from, a.basis_valid_from)::text as valid_from,
         least(b.valid_until, a.basis_valid_until)::text as valid_until
    from agencies.application a
    join agencies.agency g on g.number = a.agency
    left join agencies.authorisation b on b.id = a.authorisation_id`;

export type NewApplication = Omit<Application, 'id' | 'state' | 'authorisation' | 'agency' | 'service'> & {
  readonly agency: EnterpriseNumber;
  /** The agency's legal basis, and between which days this application leans on it. */
  readonly basis?: { readonly id: string; readonly validFrom: string; readonly validUntil?: string };
};

/** Applications with their agency's name and their legal basis. Every change is announced by NOTIFY. */
export class ApplicationsStore {
  constructor(private readonly database: Queryable) {}

  async all(): Promise<Application[]> {
    const rows = await this.database.query<ApplicationRow>(`${SELECT} order by a.created_at`);
    return rows.map(toApplication);
  }

  async find(id: string): Promise<Application | undefined> {
    return this.one('a.id = $1', id);
  }

  async findByClientId(clientId: string): Promise<Application | undefined> {
    return this.one(`a.oidc->>'clientId' = $1`, clientId);
  }

  async findByEntityId(entityId: string): Promise<Application | undefined> {
    return this.one(`a.saml->>'entityId' = $1`, entityId);
  }

  /** Registers the application and returns its id; throws when its client id or entity id is taken. */
  async add(application: NewApplication): Promise<string> {
    const [row] = await this.database.query<{ id: string }>(
      `insert into agencies.application
         (agency, name, environment, minimum_level, keys, contexts, attributes, authorisation_id,
          basis_valid_from, basis_valid_until, oidc, saml)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
      [
        application.agency,
        application.name,
        application.environment,
        application.minimumLevel,
        application.keys,
        application.contexts,
        JSON.stringify(application.attributes),
        application.basis?.id,
        application.basis?.validFrom,
        application.basis?.validUntil,
        application.oidc,
        application.saml,
      ],
    );
    if (row === undefined) throw new Error('the application was not stored');
    return row.id;
  }

  /** Changes everything but whose it is, where and in which state; the secrets of a client stay as they are. */
  async amend(id: string, application: Omit<NewApplication, 'agency' | 'environment'>): Promise<void> {
    await this.database.query(
      `update agencies.application set name = $2, minimum_level = $3, keys = $4, contexts = $5, attributes = $6,
          authorisation_id = $7, basis_valid_from = $8, basis_valid_until = $9, saml = $11, updated_at = now(),
          oidc = $10::jsonb || case when oidc ? 'clientSecretHash' and $10::jsonb ? 'clientSecretHash'
            then jsonb_strip_nulls(jsonb_build_object('clientSecretHash', oidc->'clientSecretHash',
                                                      'formerSecret', oidc->'formerSecret'))
            else '{}' end
        where id = $1`,
      [
        id,
        application.name,
        application.minimumLevel,
        application.keys,
        application.contexts,
        JSON.stringify(application.attributes),
        application.basis?.id,
        application.basis?.validFrom,
        application.basis?.validUntil,
        application.oidc,
        application.saml,
      ],
    );
  }

  /** Notes of which online service it is one environment. */
  async belongsTo(id: string, service: string): Promise<void> {
    await this.database.query('update agencies.application set service = $2 where id = $1', [id, service]);
  }

  async setState(id: string, state: ApplicationState): Promise<void> {
    await this.database.query(
      'update agencies.application set state = $2, updated_at = now() where id = $1',
      [id, state],
    );
  }

  /**
   * Puts another client secret in the place of the one there is; only its hash is kept.
   *
   * @param formerUntil until when the one before still counts; not at all when absent
   */
  async replaceClientSecret(id: string, hash: string, formerUntil?: Date): Promise<void> {
    await this.database.query(
      `update agencies.application set updated_at = now(),
          oidc = (oidc - 'formerSecret') || jsonb_build_object('clientSecretHash', $2::text)
            || case when $3::text is null then '{}' else jsonb_build_object('formerSecret',
                 jsonb_build_object('hash', oidc->'clientSecretHash', 'until', $3::text)) end
        where id = $1 and oidc is not null`,
      [id, hash, formerUntil?.toISOString()],
    );
  }

  private async one(condition: string, value: string): Promise<Application | undefined> {
    const rows = await this.database.query<ApplicationRow>(`${SELECT} where ${condition}`, [value]);
    return rows[0] && toApplication(rows[0]);
  }
}

function toApplication(row: ApplicationRow): Application {
  return {
    id: row.id,
    agency: {
      number: row.agency as EnterpriseNumber,
      name: row.agency_name,
      ...(row.agency_state === 'suspended' && { suspended: true }),
    },
    ...(row.service !== null && { service: row.service }),
    name: row.name,
    environment: row.environment,
    state: row.state,
    minimumLevel: row.minimum_level as Level,
    keys: row.keys,
    contexts: row.contexts,
    attributes: row.attributes,
    ...(row.oidc && { oidc: row.oidc }),
    ...(row.saml && { saml: row.saml }),
    ...authorisationOf(row),
  };
}

function authorisationOf(row: ApplicationRow): Pick<Application, 'authorisation'> {
  if (row.authorisation_id === null || row.kind === null || row.reference === null) return {};
  return {
    authorisation: {
      id: row.authorisation_id,
      kind: row.kind,
      reference: row.reference,
      attributes: row.authorised ?? [],
      validFrom: row.valid_from ?? '',
      ...(row.valid_until !== null && { validUntil: row.valid_until }),
    },
  };
}

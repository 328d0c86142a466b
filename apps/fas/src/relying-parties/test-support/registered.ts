import { randomUUID } from 'node:crypto';
import { AgenciesStore, ApplicationsStore, type Application, type NewApplication } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';

export const AGENCY = '0671516647' as EnterpriseNumber;
const text = (words: string) => ({ nl: words, fr: words, de: words, en: words });

/** What agencies do with their applications, as the owner of the database. */
export class Registered {
  readonly applications: ApplicationsStore;
  private readonly agencies: AgenciesStore;

  constructor(private readonly database: Queryable) {
    this.applications = new ApplicationsStore(database);
    this.agencies = new AgenciesStore(database);
  }

  async prepare(): Promise<void> {
    await this.agencies.ensure({ number: AGENCY, name: text('Voorbeeldagentschap'), agreementVersion: '1' });
  }

  /** An application that may ask the names, under a legal basis that covers them. */
  async add(change: Partial<NewApplication> = {}): Promise<Application> {
    const basis = { kind: 'RR_21_2015', reference: `RR ${randomUUID()}`, validFrom: '2026-01-01' } as const;
    const covered = ['givenName', 'surname', 'egovNRN', 'mail', 'fedid'];
    const id = await this.applications.add({
      agency: AGENCY,
      name: text('Voorbeelddienst'),
      environment: 'INT',
      minimumLevel: 200,
      keys: ['eid', 'totp', 'password'],
      contexts: ['citizen'],
      attributes: ['givenName', 'surname'].map((name) => ({ name, mandatory: false })),
      basis: { id: await this.agencies.ensureLegalBasis(AGENCY, basis, covered), validFrom: '2026-01-01' },
      ...change,
    });
    const found = await this.applications.find(id);
    if (found === undefined) throw new Error('the application was not registered');
    return found;
  }

  oidc(change: Partial<NonNullable<Application['oidc']>> = {}): Pick<NewApplication, 'oidc'> {
    return {
      oidc: {
        clientId: randomUUID(),
        redirectUris: ['https://service.example/callback'],
        postLogoutRedirectUris: [],
        tokenEndpointAuthMethod: 'client_secret_basic',
        scopes: ['openid'],
        subjectType: 'pairwise',
        userinfoFormat: 'json',
        requirePkce: false,
        ...change,
      },
    };
  }

  async setMinimumLevel(id: string, level: number): Promise<void> {
    await this.database.query('update agencies.application set minimum_level = $2 where id = $1', [
      id,
      level,
    ]);
  }
}

import { AgenciesStore } from '#libs/agencies';
import type { Database } from '#libs/database';
import type { EnterpriseNumber } from '#libs/kernel';
import { activate } from '../applications/dossier/activate.js';
import {
  EMPTY_DETAILS,
  type DossierDetails,
  type EnvironmentSettings,
} from '../applications/dossier/dossier.js';
import { DossierStore } from '../applications/dossier/dossier.store.js';
import { specPerson } from './spec-admin.js';

export interface SpecService {
  readonly id: string;
  /** In production. */
  readonly application: string;
}

const named = (text: string) => ({ nl: text, fr: text, de: text, en: text });

const settings = (host: string): EnvironmentSettings => ({
  protocol: 'oidc',
  redirectUris: [`https://${host}/callback`],
  postLogoutRedirectUris: [],
  tokenEndpointAuthMethod: 'client_secret_basic',
});

/** An online service of an agency that is in production already. */
export async function specService(
  database: Database,
  agency: EnterpriseNumber,
  name: string,
  more: Partial<DossierDetails> = {},
): Promise<SpecService> {
  await new AgenciesStore(database).ensure({ number: agency, name: named(`Agency of ${name}`) });
  const dossiers = new DossierStore(database);
  const id = await dossiers.add(agency, specPerson('9'));
  await dossiers.saveDetails(id, {
    ...EMPTY_DETAILS,
    name: named(name),
    minimumLevel: 400,
    keys: ['eid', 'totp'],
    contexts: ['citizen'],
    ...more,
  });
  const host = `${id}.agency.example`;
  await dossiers.saveEnvironment(id, 'INT', { settings: settings(`int.${host}`) });
  await dossiers.saveEnvironment(id, 'PROD', { settings: settings(host) });
  const application = await database.transaction(async (tx) => {
    const dossier = await new DossierStore(tx).lock(id);
    if (dossier === undefined) throw new Error('no service');
    await activate(tx, dossier, 'INT');
    return activate(tx, dossier, 'PROD');
  });
  await dossiers.move(id, 'prod-active');
  return { id, application };
}

import { ApplicationsStore } from '#libs/agencies';
import { AuditReader, AuditWriter } from '#libs/audit';
import type { Config } from '#libs/config';
import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import { hours, minutes } from '#libs/kernel';
import { PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, masterKeyFromFile, SigningKeyRing, type MasterKey } from '#libs/security';
import {
  AppSessions,
  ensureServiceProviderKey,
  fasIdentityProvider,
  ServiceProvider,
  serviceProviderAddresses,
  SignInDesk,
  StoredSignInState,
} from '#libs/service-provider';
import { SignInSessionsStore } from './sessions/sign-in-sessions.store.js';

/** How this app is known among our service providers. */
const APP = 'sma';

/** What the parts of SMA share, made once at start. */
export interface SmaServices {
  readonly config: Config;
  readonly database: Database;
  readonly csrfKey: Buffer;
  readonly audit: AuditWriter;
  readonly history: AuditReader;
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
  readonly applications: ApplicationsStore;
  readonly signInSessions: SignInSessionsStore;
  readonly sessions: AppSessions;
  readonly provider: ServiceProvider;
  readonly desk: SignInDesk;
}

export async function openSmaServices(config: Config): Promise<SmaServices> {
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const cipher = new FieldCipher(masterKey);
  const { url, maxConnections } = config.database;
  const database = await Database.open({ url, role: 'csam_sma', applicationName: APP, maxConnections });
  const people = new PeopleStore(database, cipher, new BlindIndex(masterKey));
  const audit = new AuditWriter({ database });
  return {
    config,
    database,
    csrfKey: masterKey.derive('sma-csrf'),
    audit,
    history: new AuditReader(database),
    people,
    keys: new DigitalKeysStore(database),
    applications: new ApplicationsStore(database),
    signInSessions: new SignInSessionsStore(database, minutes(config.signIn.idleMinutes)),
    ...(await signIn({ config, database, masterKey, people, audit })),
  };
}

interface SignInParts extends Pick<SmaServices, 'config' | 'database' | 'people' | 'audit'> {
  readonly masterKey: MasterKey;
}

async function signIn({ config, database, masterKey, people, audit }: SignInParts) {
  const cipher = new FieldCipher(masterKey);
  const provider = new ServiceProvider({
    addresses: serviceProviderAddresses(config.baseUrl.sma),
    key: await ensureServiceProviderKey(database, cipher, APP),
    identityProvider: fasIdentityProvider(config.baseUrl.fas, new SigningKeyRing({ database, cipher })),
    context: 'citizen',
    state: new StoredSignInState(database, APP),
  });
  const sessions = new AppSessions({
    database,
    cipher,
    provider: APP,
    idle: minutes(config.signIn.idleMinutes),
    absolute: hours(config.signIn.absoluteHours),
  });
  const desk = new SignInDesk({
    app: APP,
    provider,
    sessions,
    audit,
    home: '/overview/',
    isActive: async (fedId) => (await people.find(fedId))?.state === 'active',
  });
  return { provider, sessions, desk };
}

/** Lets go of everything, the audit record first. */
export async function closeSmaServices({ audit, database }: SmaServices): Promise<void> {
  await audit.drain();
  await database.close();
}

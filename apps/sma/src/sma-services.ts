import { ApplicationsStore } from '#libs/agencies';
import { AuditReader, AuditWriter, RecordKeys } from '#libs/audit';
import type { Config } from '#libs/config';
import { Database } from '#libs/database';
import { DigitalKeysStore } from '#libs/digital-keys';
import { hours, minutes } from '#libs/kernel';
import { AgreementsStore, PeopleStore } from '#libs/people';
import { BlindIndex, FieldCipher, masterKeyFromFile, SigningKeyRing, type MasterKey } from '#libs/security';
import {
  AppSessions,
  ensureServiceProviderKey,
  fasClasses,
  fasIdentityProvider,
  ServiceProvider,
  serviceProviderAddresses,
  SignInDesk,
  StoredSignInState,
} from '#libs/service-provider';
import { nameServices } from '#libs/texts';
import { contactServices, type ContactServices } from './contact-data/contact-services.js';
import { Countries } from './history/origin/countries.js';
import type { CountryOf } from './history/origin/origin.js';
import { keyServices, type KeyServices } from './keys/key-services.js';
import { recoveryServices, type RecoveryServices } from './recovery/recovery-services.js';
import { AccountSessions } from './sessions/session-ender.js';
import { SignInSessionsStore } from './sessions/sign-in-sessions.store.js';

/** How this app is known among our service providers. */
const APP = 'sma';

/** What the parts of SMA share, made once at start. */
export interface SmaServices {
  readonly config: Config;
  readonly database: Database;
  readonly csrfKey: Buffer;
  readonly cipher: FieldCipher;
  readonly audit: AuditWriter;
  readonly history: AuditReader;
  readonly recordKeys: RecordKeys;
  readonly people: PeopleStore;
  readonly keys: DigitalKeysStore;
  readonly agreements: AgreementsStore;
  readonly keyServices: KeyServices;
  readonly contactServices: ContactServices;
  readonly recoveryServices: RecoveryServices;
  /** Ends what rests on keys that are no more. */
  readonly ender: AccountSessions;
  readonly applications: ApplicationsStore;
  readonly signInSessions: SignInSessionsStore;
  readonly countryOf: CountryOf;
  readonly sessions: AppSessions;
  readonly provider: ServiceProvider;
  readonly desk: SignInDesk;
}

export async function openSmaServices(config: Config): Promise<SmaServices> {
  nameServices(config.identityServices);
  const masterKey = masterKeyFromFile(config.masterKeyFile);
  const cipher = new FieldCipher(masterKey);
  const { url, maxConnections } = config.database;
  const database = await Database.open({ url, role: 'csam_sma', applicationName: APP, maxConnections });
  const index = new BlindIndex(masterKey);
  const people = new PeopleStore(database, cipher, index);
  const recordKeys = new RecordKeys({ database, cipher, index });
  const audit = new AuditWriter({ database, keys: recordKeys });
  const keys = new DigitalKeysStore(database);
  const applications = new ApplicationsStore(database);
  const signInSessions = new SignInSessionsStore(database, minutes(config.signIn.idleMinutes));
  const signingIn = await signIn({ config, database, masterKey, people, audit });
  const apps = [signingIn.sessions, appSessions(config, database, cipher, 'admin')];
  const sessions = new AccountSessions(signInSessions, apps);
  const shared = { config, database, masterKey, cipher, index, people, audit, applications };
  const keyChanges = await keyServices({ ...shared, keys, sessions });
  const changes = { ...shared, keyServices: keyChanges };
  const contactChanges = contactServices(changes);
  return {
    config,
    database,
    csrfKey: masterKey.derive('sma-csrf'),
    cipher,
    audit,
    history: new AuditReader(database, recordKeys),
    recordKeys,
    people,
    keys,
    agreements: new AgreementsStore(database),
    keyServices: keyChanges,
    contactServices: contactChanges,
    recoveryServices: recoveryServices({ ...changes, ...contactChanges, ender: sessions }),
    ender: sessions,
    applications,
    signInSessions,
    countryOf: countriesOf(config),
    ...signingIn,
  };
}

/** Read at start, so that a wrong file is no surprise later. */
function countriesOf({ signIn: { countriesFile } }: Config): CountryOf {
  if (countriesFile === undefined) return () => undefined;
  const countries = Countries.fromFile(countriesFile);
  return (network) => countries.of(network);
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
    classes: fasClasses('citizen'),
    state: new StoredSignInState(database, APP),
  });
  const sessions = appSessions(config, database, cipher, APP);
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

/** The sessions of one of our apps; a change of keys ends those of the others as well. */
function appSessions(config: Config, database: Database, cipher: FieldCipher, provider: string): AppSessions {
  return new AppSessions({
    database,
    cipher,
    provider,
    idle: minutes(config.signIn.idleMinutes),
    absolute: hours(config.signIn.absoluteHours),
  });
}

/** Lets go of everything, the audit record first. */
export async function closeSmaServices({
  audit,
  database,
  keyServices: { codes },
}: SmaServices): Promise<void> {
  await audit.drain();
  await codes.stop();
  await database.close();
}

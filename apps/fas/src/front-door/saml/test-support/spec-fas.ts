import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { parseApplicationFile, registerApplication } from '#libs/agencies';
import { loadConfig, type Config } from '#libs/config';
import { createApp, createLogger, type App } from '#libs/http';
import { parseFedId, type FedId } from '#libs/kernel';
import type { KeyKind, Level } from '#libs/loa';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { fasFrame } from '../../../fas-frame.js';
import { FasModule } from '../../../fas.module.js';
import { openFasServices, type FasServices } from '../../../fas-services.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import { samlFrontDoor, SOAP_BODIES } from '../create-saml-front-door.js';

export interface SamlWishes {
  readonly wantAssertionsEncrypted?: boolean;
  readonly nameAuthenticatingAuthority?: boolean;
}

export interface SpecFas {
  readonly app: App;
  readonly services: FasServices;
  readonly database: TestDatabase;
  /** Registers a service provider; returns the id of its application. */
  register(metadata: string, saml?: SamlWishes): Promise<string>;
  /** Somebody who is signed in with this key; returns the value for the Cookie header. */
  signIn(key: KeyKind, level: Level): Promise<{ readonly cookie: string; readonly fedId: FedId }>;
  /** Another process of the same FAS, on the same database; gone with this one. */
  another(): Promise<App>;
  close(): Promise<void>;
}

const OWN_KEYS: readonly KeyKind[] = ['eid', 'totp', 'password'];
const AGENCY = '0671516647';

/** FAS on a database of its own, without APS behind it. */
export async function specFas(partners: readonly KeyKind[] = []): Promise<SpecFas> {
  const database = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'fas-'));
  const masterKeyFile = join(folder, 'master.key');
  writeFileSync(masterKeyFile, randomBytes(32).toString('hex'));
  const loaded = loadConfig({
    CSAM_ENV: 'test',
    CSAM_DATA_DIRECTORY: folder,
    DATABASE_URL: database.url,
    CSAM_MASTER_KEY_FILE: masterKeyFile,
    CSAM_LOG_LEVEL: 'fatal',
  });
  // Nobody signs in elsewhere here, and the files of recognised services that speak SAML are not there.
  const identityServices = loaded.identityServices.filter(({ key }) => partners.includes(key));
  const config = { ...loaded, identityServices };
  const { app, services } = await openProcess(config);
  const others: App[] = [];
  await addAgency(database);
  return {
    app,
    services,
    database,
    register: (metadata, saml) => register(database, { metadata, keys: [...OWN_KEYS, ...partners] }, saml),
    signIn: (key, level) => signIn(services, database, { key, level }),
    another: async () => {
      const process = await openProcess(config);
      others.push(process.app);
      return process.app;
    },
    close: async () => {
      for (const one of [app, ...others]) await one.close();
      await database.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

async function openProcess(config: Config): Promise<Pick<SpecFas, 'app' | 'services'>> {
  const services = await openFasServices(config);
  const saml = samlFrontDoor(services);
  services.doors.register(saml.door);
  await saml.prepare();
  @Module({
    imports: [FasModule.with(services)],
    controllers: [...saml.controllers],
    providers: [...saml.providers],
  })
  class SpecModule {}
  const app = await createApp({
    name: 'fas',
    module: SpecModule,
    baseUrl: config.baseUrl.fas,
    frame: fasFrame(config),
    csrfKey: services.csrfKey,
    textBodies: SOAP_BODIES,
    logger: createLogger('fas', config.logLevel),
  });
  await app.init();
  return { app, services };
}

const text = (words: string) => ({ nl: words, fr: words, de: words, en: words });

async function addAgency({ database }: TestDatabase): Promise<void> {
  await database.query(
    `insert into agencies.agency (number, name, agreement_version, agreement_signed_at)
     values ($1, $2, '1', now()) on conflict do nothing`,
    [AGENCY, JSON.stringify(text('Voorbeeldagentschap'))],
  );
}

async function register(
  { database }: TestDatabase,
  { metadata, keys }: { readonly metadata: string; readonly keys: readonly KeyKind[] },
  saml: SamlWishes = {},
): Promise<string> {
  const file = parseApplicationFile({
    agency: AGENCY,
    name: text('Voorbeelddienst'),
    environment: 'INT',
    minimumLevel: 200,
    keys,
    contexts: ['citizen'],
    attributes: ['givenName', 'surname', 'fedid'],
    legalBasis: { kind: 'RR_21_2015', reference: 'RR 21/2015', validFrom: '2026-01-01' },
    saml: { metadataFile: 'sp.xml', wantAssertionsEncrypted: false, ...saml },
  });
  if (file.kind !== 'valid') throw new Error(JSON.stringify(file));
  const outcome = await registerApplication(database, file.file, metadata);
  if (outcome.kind === 'refused') throw new Error(outcome.problem);
  return outcome.id;
}

async function signIn(
  { sessions }: FasServices,
  { database }: TestDatabase,
  { key, level }: { readonly key: KeyKind; readonly level: Level },
): Promise<{ cookie: string; fedId: FedId }> {
  const parsed = parseFedId(randomBytes(20).toString('hex'));
  if (parsed.kind === 'invalid') throw new Error(parsed.reason);
  const { fedId } = parsed;
  await database.query(`insert into people.person (fed_id, enrolment, language) values ($1, 'eid', 'nl')`, [
    fedId,
  ]);
  const [row] = await database.query<{ id: string }>(
    `insert into digital_keys.digital_key (fed_id, kind, enrolment) values ($1, $2, 'eid') returning id`,
    [fedId, key],
  );
  const event = { key, level, at: new Date().toISOString(), keyId: row?.id ?? '' };
  const { cookie } = await sessions.begin(fedId, event);
  return { cookie: `${SIGN_IN_COOKIE}=${cookie}`, fedId };
}

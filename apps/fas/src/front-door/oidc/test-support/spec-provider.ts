import 'reflect-metadata';
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import type { Application, OidcSettings } from '#libs/agencies';
import { AuditReader, RecordKeys } from '#libs/audit';
import { loadConfig } from '#libs/config';
import { PasswordStore } from '#libs/digital-keys';
import { createApp, createLogger } from '#libs/http';
import type { FedId } from '#libs/kernel';
import type { KeyKind, Level } from '#libs/loa';
import { hashToken, masterKeyFromFile, PasswordHasher, randomToken } from '#libs/security';
import { everyRecord, testDatabase } from '#libs/testing';
import { apsStandIn } from '../../../attributes/test-support/aps-stand-in.js';
import { fasFrame } from '../../../fas-frame.js';
import { FasModule } from '../../../fas.module.js';
import { checksOf } from '../../../fas-checks.js';
import { openFasServices } from '../../../fas-services.js';
import { Registered } from '../../../relying-parties/test-support/registered.js';
import { SIGN_IN_COOKIE } from '../../../sign-in-session/sign-in-cookie.js';
import { oidcFrontDoor } from '../create-oidc-front-door.js';

export const CALLBACK = 'https://service.example/callback';

export interface Client {
  readonly application: Application;
  readonly clientId: string;
  readonly secret: string;
}

/**
 * FAS with its OpenID Connect front door, listening, on a database of its own; with codes and tokens elsewhere.
 *
 * @param reach by which address FAS reaches its database
 */
export async function specProvider(
  stateUrl?: string,
  reach: (databaseUrl: string) => string | Promise<string> = (url) => url,
) {
  const [database, aps] = await Promise.all([testDatabase(), apsStandIn()]);
  const folder = mkdtempSync(join(tmpdir(), 'fas-'));
  const masterKeyFile = join(folder, 'master.key');
  writeFileSync(masterKeyFile, randomBytes(32).toString('hex'));
  const loaded = loadConfig({
    CSAM_ENV: 'test',
    CSAM_DATA_DIRECTORY: folder,
    DATABASE_URL: await reach(database.url),
    STATE_URL: stateUrl,
    CSAM_MASTER_KEY_FILE: masterKeyFile,
    CSAM_LOG_LEVEL: 'fatal',
  });
  // Nobody signs in elsewhere here, and the files of recognised services are not there.
  const config = { ...loaded, identityServices: [], baseUrl: { ...loaded.baseUrl, aps: aps.url } };
  const services = await openFasServices(config);
  const door = oidcFrontDoor(services);
  services.doors.register(door);
  @Module({ imports: [FasModule.with(services)] })
  class SpecModule {}
  const app = await createApp({
    name: 'fas',
    module: SpecModule,
    baseUrl: config.baseUrl.fas,
    frame: fasFrame(config),
    csrfKey: services.csrfKey,
    logger: createLogger('fas', config.logLevel),
    checks: checksOf(services),
  });
  await door.mount(app);
  const address = await app.listen({ port: 0 });
  const registered = new Registered(database.database);
  await registered.prepare();

  return {
    database: database.database,
    services,
    aps,
    /** What is on record, the oldest first. */
    recorded: (wanted: Parameters<typeof everyRecord>[1]) =>
      everyRecord(
        new AuditReader(database.database, new RecordKeys({ ...services, database: database.database })),
        wanted,
      ),
    /** The address at which FAS really listens in place of the one that it believes in. */
    at: (url: string) => new URL(url, config.baseUrl.fas).href.replace(config.baseUrl.fas, address),

    /** A service that may ask these attributes. */
    client(...attributes: string[]): Promise<Client> {
      return this.clientWith({}, ...attributes);
    },

    async clientWith(change: Partial<OidcSettings>, ...attributes: string[]): Promise<Client> {
      const [clientId, secret] = [randomUUID(), randomToken()];
      const usual = { scopes: ['openid', 'profile'], redirectUris: [CALLBACK] };
      const settings = { clientId, clientSecretHash: hashToken(secret), ...usual, ...change };
      const application = await registered.add({
        attributes: attributes.map((name) => ({ name, mandatory: false })),
        ...registered.oidc(settings),
      });
      return { application, clientId, secret };
    },

    /** Somebody with a password that nobody typed yet. */
    async withPassword(password: string) {
      const { fedId, keyId } = await this.holder('password');
      const username = `spec-${fedId.slice(0, 12)}`;
      const passwords = new PasswordStore(database.database, services.cipher, services.index);
      const hasher = new PasswordHasher({ masterKey: masterKeyFromFile(masterKeyFile) });
      await passwords.add(keyId, username, await hasher.hash(password));
      return { fedId, keyId, username, password };
    },

    /** Somebody who just proved this key. */
    async signedIn(key: KeyKind = 'totp', level: Level = 400) {
      const { fedId, keyId } = await this.holder(key);
      const event = { key, level, at: new Date().toISOString(), keyId };
      return { fedId, keyId, ...(await services.sessions.begin(fedId, event)) };
    },

    async holder(key: KeyKind) {
      const fedId = randomBytes(20).toString('hex') as FedId;
      await database.database.query(
        `insert into people.person (fed_id, enrolment, language) values ($1, 'eid', 'nl')`,
        [fedId],
      );
      const [row] = await database.database.query<{ id: string }>(
        `insert into digital_keys.digital_key (fed_id, kind, enrolment) values ($1, $2, 'eid') returning id`,
        [fedId, key],
      );
      return { fedId, keyId: row?.id ?? '' };
    },

    async close() {
      await app.close();
      await Promise.all([database.drop(), aps.close()]);
      rmSync(folder, { recursive: true });
    },
  };
}

export type SpecProvider = Awaited<ReturnType<typeof specProvider>>;

/** A browser: it keeps cookies and follows no redirect by itself. */
export class SpecBrowser {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly fas: SpecProvider,
    cookie?: string,
  ) {
    if (cookie !== undefined) this.cookies.set(SIGN_IN_COOKIE, cookie);
  }

  get session(): string {
    return this.cookies.get(SIGN_IN_COOKIE) ?? '';
  }

  async get(url: string): Promise<{ status: number; location: string; set: string[] }> {
    const { response, set } = await this.send(url);
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') ?? '', set };
  }

  /** Opens a page, and sends its form with what somebody types. */
  async type(url: string, typed: Readonly<Record<string, string>>) {
    const page = await (await this.send(url)).response.text();
    const hidden = [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)];
    const fields = Object.fromEntries(hidden.map(([, name = '', value = '']) => [name, value]));
    const { response, set } = await this.send(url, new URLSearchParams({ ...fields, ...typed }));
    await response.body?.cancel();
    return { status: response.status, location: response.headers.get('location') ?? '', set };
  }

  private async send(url: string, body?: URLSearchParams) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const { origin } = new URL(this.fas.services.config.baseUrl.fas);
    const headers = { accept: 'text/html', cookie, ...(body && { origin }) };
    const method = body === undefined ? 'GET' : 'POST';
    const response = await fetch(this.fas.at(url), {
      redirect: 'manual',
      method,
      headers,
      ...(body && { body }),
    });
    const set = response.headers.getSetCookie();
    for (const line of set) this.keep(line);
    return { response, set };
  }

  authorize({ clientId }: Client, change: Readonly<Record<string, string>> = {}) {
    const query = {
      client_id: clientId,
      response_type: 'code',
      scope: 'openid',
      redirect_uri: CALLBACK,
      state: 's',
    };
    return this.get(`/fas/oauth2/authorize?${new URLSearchParams({ ...query, ...change })}`);
  }

  private keep(line: string): void {
    const [pair = ''] = line.split(';');
    const [name = '', value = ''] = pair.split('=');
    if (value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }
}

/** Redeems a code at the token endpoint. */
export async function redeem(
  fas: SpecProvider,
  { clientId, secret }: Client,
  form: Readonly<Record<string, string>>,
) {
  const response = await fetch(fas.at('/fas/oauth2/access_token'), {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'authorization_code', redirect_uri: CALLBACK, ...form }),
  });
  const body = (await response.json()) as { access_token?: string; id_token?: string; error?: string };
  return { status: response.status, ...body };
}

export const codeIn = (location: string): string => new URL(location).searchParams.get('code') ?? '';

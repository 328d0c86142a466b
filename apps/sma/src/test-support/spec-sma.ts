import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, type Config } from '#libs/config';
import { DigitalKeysStore } from '#libs/digital-keys';
import { createLogger, type App } from '#libs/http';
import { parseFedId, type FedId } from '#libs/kernel';
import { levelClass, type Level } from '#libs/loa';
import { dataContext, recipientIndexOf } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import {
  buildErrorResponse,
  buildResponse,
  decodeRedirect,
  NAME_ID_FORMAT,
  parseXml,
  readAuthnRequest,
  type AuthnRequest,
  type StatusCode,
} from '#libs/saml';
import { BlindIndex, FieldCipher, masterKeyFromFile, SigningKeyRing, type MasterKey } from '#libs/security';
import { everyRecord, specAuditReader, testDatabase, type TestDatabase } from '#libs/testing';
import { createSma } from '../create-sma.js';

export const PAULA = fedId('a');
export const PIET = fedId('b');

function fedId(digit: string): FedId {
  const parsed = parseFedId(digit.repeat(40));
  if (parsed.kind === 'invalid') throw new Error('not a FedID');
  return parsed.fedId;
}

/** Where the browser was sent, and what the request says. */
export interface Asked {
  readonly request: AuthnRequest;
  readonly relayState: string;
}

/** SMA on a database of its own, with a stand-in for FAS that signs with the same keys as FAS. */
export class SpecSma {
  private constructor(
    readonly app: App,
    readonly config: Config,
    readonly database: TestDatabase,
    readonly people: PeopleStore,
    readonly keys: DigitalKeysStore,
    readonly master: MasterKey,
    private readonly ring: SigningKeyRing,
    private readonly folder: string,
  ) {}

  /** What is on record, the oldest first; of one person, when one is named. */
  recorded(name?: string, subject?: FedId) {
    const reader = specAuditReader(this.database.database, this.master);
    return everyRecord(reader, { ...(name && { name }), ...(subject && { subject }) });
  }

  static async start(signIn: Partial<Config['signIn']> = {}): Promise<SpecSma> {
    const database = await testDatabase();
    const folder = mkdtempSync(join(tmpdir(), 'csam-sma-'));
    const keyFile = join(folder, 'master.key');
    writeFileSync(keyFile, randomBytes(32).toString('hex'));
    const loaded = loadConfig({
      CSAM_ENV: 'demo',
      DATABASE_URL: database.url,
      QUEUE_URL: database.url,
      CSAM_MASTER_KEY_FILE: keyFile,
    });
    const config = { ...loaded, signIn: { ...loaded.signIn, ...signIn } };
    const master = masterKeyFromFile(keyFile);
    const cipher = new FieldCipher(master);
    const ring = new SigningKeyRing({ database: database.database, cipher });
    await ring.ensure('saml');
    const people = new PeopleStore(database.database, cipher, new BlindIndex(master));
    const app = await createSma(config, createLogger('sma', 'silent'));
    await app.init();
    const keys = new DigitalKeysStore(database.database);
    return new SpecSma(app, config, database, people, keys, master, ring, folder);
  }

  async stop(): Promise<void> {
    await this.app.close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What was written to this address, oldest first: template and data. */
  async mailsTo(address: string) {
    const index = recipientIndexOf(new BlindIndex(this.master), address);
    const rows = await this.database.database.query<{ id: string; template: string; data: string }>(
      'select id, template, data from messaging.outbox where recipient_index = $1 order by created_at',
      [index],
    );
    const cipher = new FieldCipher(this.master);
    return rows.map(({ id, template, data }) => ({
      template,
      data: JSON.parse(cipher.decrypt(data, dataContext(id))) as Readonly<Record<string, string>>,
    }));
  }

  /** What a redirect to FAS asks. */
  asked(location: string): Asked {
    const { search } = new URL(location);
    const message = decodeRedirect(search.slice(1));
    if (message.kind === 'refused') throw new Error(message.reason);
    const parsed = parseXml(message.xml);
    if (parsed.kind === 'refused') throw new Error(parsed.reason);
    const read = readAuthnRequest(parsed.root);
    if (read.kind === 'refused') throw new Error(read.reason);
    return { request: read.request, relayState: message.relayState ?? '' };
  }

  /** The form that FAS would have the browser post. */
  async answer({ request, relayState }: Asked, person: FedId, level: Level): Promise<string> {
    const { xml } = await buildResponse(
      {
        ...this.envelope(request),
        audience: request.issuer,
        subject: { value: `_${person.slice(0, 8)}`, format: NAME_ID_FORMAT.transient },
        authentication: {
          at: new Date(),
          sessionIndex: `_index-${person.slice(0, 4)}`,
          classReference: levelClass(level, 'citizen'),
        },
        attributes: [
          { name: 'urn:be:fedict:iam:attr:fedid', values: [person] },
          { name: 'givenName', values: ['Paula'] },
        ],
      },
      await this.signingKey(),
    );
    return form(xml, relayState);
  }

  async refusal({ request, relayState }: Asked, code: StatusCode, subCode: StatusCode): Promise<string> {
    const status = { code, subCode };
    const { xml } = await buildErrorResponse({ ...this.envelope(request), status }, await this.signingKey());
    return form(xml, relayState);
  }

  private envelope({ id, acsUrl }: AuthnRequest) {
    return {
      issuer: `${this.config.baseUrl.fas}/saml/fas-metadata.xml`,
      destination: acsUrl ?? '',
      inResponseTo: id,
      issuedAt: new Date(),
    };
  }

  private async signingKey() {
    const { kid, privateKey, certificate = '' } = await this.ring.active('saml');
    return { kid, privateKey, certificate };
  }
}

const form = (xml: string, relayState: string) =>
  new URLSearchParams({
    SAMLResponse: Buffer.from(xml, 'utf8').toString('base64'),
    RelayState: relayState,
  }).toString();

import { createPrivateKey } from 'node:crypto';
import type { Queryable } from '#libs/database';
import {
  buildErrorResponse,
  buildResponse,
  decodeRedirect,
  NAME_ID_FORMAT,
  parseXml,
  readAuthnRequest,
  type AuthnRequest,
  type ResponseStatus,
} from '#libs/saml';
import { FieldCipher, MasterKey } from '#libs/security';
import {
  ensureServiceProviderKey,
  PostedAnswers,
  StoredSignInState,
  type ServiceProviderKey,
} from '#libs/service-provider';
import type { SamlRow } from '../../partner.js';
import { SamlPartner } from '../saml-partner.js';

export const FAS = 'https://fas.example';
export const LOA = 'http://eidas.europa.eu/LoA/';
export const NUMBER = '88451299730';
export const IDENTIFIER = 'http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier';

export const cipher = new FieldCipher(MasterKey.fromSecret(Buffer.alloc(32, 9)));

export function rowOf(key: SamlRow['key'], change: Partial<SamlRow> = {}): SamlRow {
  const name = { nl: 'Knoop', fr: 'Nœud', de: 'Knoten', en: 'Node' };
  return {
    key,
    protocol: 'saml',
    status: 'recognised',
    name,
    level: 500,
    rank: 3,
    amr: 'eidas',
    timeoutMilliseconds: 1_000,
    classes: [
      { class: `${LOA}high`, level: 500 },
      { class: `${LOA}substantial`, level: 400 },
      { class: `${LOA}low`, level: 200 },
    ],
    numberAttribute: 'egovNRN',
    identifierAttribute: IDENTIFIER,
    identifierScopes: ['PT/BE/'],
    ...change,
  };
}

/** What an answer says; a test changes one thing. */
export interface Saying {
  readonly issuer?: string;
  readonly audience?: string;
  readonly destination?: string;
  readonly inResponseTo?: string;
  readonly issuedAt?: Date;
  readonly class?: string;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
  readonly key?: ServiceProviderKey;
}

/** The hub with one service of its own at the other side. */
export class PlayedService {
  readonly entityId: string;

  private constructor(
    readonly partner: SamlPartner,
    readonly key: ServiceProviderKey,
    readonly answers: PostedAnswers,
  ) {
    this.entityId = `https://${partner.key}.example/metadata`;
  }

  static async of(database: Queryable, row: SamlRow, now: () => Date = () => new Date()) {
    const key = await ensureServiceProviderKey(database, cipher, `played:${row.key}`);
    const answers = new PostedAnswers(database, cipher, `fas:${row.key}`);
    const partner = new SamlPartner(row, {
      service: {
        entityId: `https://${row.key}.example/metadata`,
        singleSignOn: `https://${row.key}.example/sign-in`,
        certificates: () => Promise.resolve([key.certificate]),
        isKnown: () => true,
      },
      key: await ensureServiceProviderKey(database, cipher, 'fas'),
      state: new StoredSignInState(database, `fas:${row.key}`),
      answers,
      clock: { now },
      fasAddress: FAS,
    });
    return new PlayedService(partner, key, answers);
  }

  /** Somebody is sent to the service. */
  async begun(minimum: 100 | 200 | 300 | 400 | 500 = 400) {
    const visit = { journeyId: 'j1', language: 'en', now: new Date(), minimum } as const;
    const begun = await this.partner.begin(visit);
    if (begun.kind !== 'begun') throw new Error(begun.reason);
    return { request: this.read(begun.location), memory: begun.memory, location: begun.location };
  }

  /** The request with which a browser is sent here. */
  read(location: string): AuthnRequest {
    return requestIn(location);
  }

  async says({ id }: Pick<AuthnRequest, 'id'>, saying: Saying = {}): Promise<string> {
    const { entityId, partner } = this;
    const { xml } = await buildResponse(
      {
        ...this.envelope(id, saying),
        audience: saying.audience ?? `${FAS}/fas/partners/${partner.key}/metadata.xml`,
        subject: { value: '_person', format: NAME_ID_FORMAT.transient },
        authentication: {
          at: saying.issuedAt ?? new Date(),
          sessionIndex: '_s',
          classReference: saying.class ?? `${LOA}substantial`,
        },
        attributes: Object.entries({
          egovNRN: [NUMBER],
          [IDENTIFIER]: ['PT/BE/10000001'],
          ...saying.attributes,
        }).map(([name, values]) => ({ name, values })),
        issuer: saying.issuer ?? entityId,
      },
      this.signer(saying.key),
    );
    return Buffer.from(xml).toString('base64');
  }

  async declines({ id }: Pick<AuthnRequest, 'id'>, status: ResponseStatus): Promise<string> {
    const { xml } = await buildErrorResponse({ ...this.envelope(id, {}), status }, this.signer());
    return Buffer.from(xml).toString('base64');
  }

  /** What becomes of an answer that the browser posts and then comes back for. */
  async outcomeOf(message: string, memory: Readonly<Record<string, string>>, now = new Date()) {
    await this.partner.keep(memory['relayState'] ?? '', message);
    return this.partner.complete({ query: {}, memory, now });
  }

  private envelope(id: string, { destination, inResponseTo, issuedAt, issuer }: Saying) {
    return {
      issuer: issuer ?? this.entityId,
      destination: destination ?? `${FAS}/fas/partners/${this.partner.key}/acs`,
      inResponseTo: inResponseTo ?? id,
      issuedAt: issuedAt ?? new Date(),
    };
  }

  private signer({ privateKey, certificate }: ServiceProviderKey = this.key) {
    return { kid: 'service', privateKey: createPrivateKey(privateKey), certificate };
  }
}

function requestIn(location: string): AuthnRequest {
  const message = decodeRedirect(new URL(location).search.slice(1));
  const parsed = message.kind === 'refused' ? message : parseXml(message.xml);
  const read = parsed.kind === 'refused' ? parsed : readAuthnRequest(parsed.root);
  if (read.kind === 'refused') throw new Error(read.reason);
  return read.request;
}

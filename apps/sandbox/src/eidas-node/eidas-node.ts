import { createPrivateKey, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import {
  BINDING,
  buildErrorResponse,
  buildResponse,
  decodeRedirect,
  keyFromCertificate,
  NAME_ID_FORMAT,
  parseServiceProviderMetadata,
  parseXml,
  readAuthnRequest,
  STATUS,
  verifyRedirectSignature,
  type SamlMessage,
  type ServiceProviderMetadata,
  type SigningKey,
} from '#libs/saml';
import { DemoWorld, ensureEidasNodeKeys } from '#libs/testing';
import { SandboxSettings } from '../sandbox-settings.js';
import { foreignPeople, type ForeignPerson } from './foreign-people.js';

const LOA = 'http://eidas.europa.eu/LoA/';
const PERSON = 'http://eidas.europa.eu/attributes/naturalperson/';

/** Weakest first. */
export const ASSURANCES = ['low', 'substantial', 'high'] as const;
export type Assurance = (typeof ASSURANCES)[number];

/** Somebody whom CSAM sent here and who has not answered yet. */
export interface ForeignSignIn {
  readonly id: string;
  readonly requestId: string;
  readonly relayState: string;
  readonly consumer: string;
  readonly audience: string;
  readonly asked: Assurance;
}

/** The request of CSAM is not one that the node accepts. */
export class NodeProblem extends Error {}

const TIMEOUT = 5000;
const MOST = 1_000;

/** The Belgian node of the European network, as a SAML identity provider towards CSAM. */
@Injectable()
export class EidasNode {
  private readonly signIns = new Map<string, ForeignSignIn>();
  private signer: Promise<SigningKey> | undefined;

  constructor(
    private readonly settings: SandboxSettings,
    private readonly world: DemoWorld,
  ) {}

  get people(): readonly ForeignPerson[] {
    return foreignPeople(this.world.people);
  }

  find(id: string): ForeignSignIn | undefined {
    return this.signIns.get(id);
  }

  async metadata(): Promise<string> {
    const { certificate } = await this.key();
    const body = certificate.replaceAll(/-----[A-Z ]+-----|\s/gu, '');
    return [
      `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${this.entityId}">`,
      '<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" WantAuthnRequestsSigned="true">',
      '<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>',
      `<ds:X509Certificate>${body}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`,
      `<md:SingleSignOnService Binding="${BINDING.redirect}" Location="${this.address}"/>`,
      '</md:IDPSSODescriptor></md:EntityDescriptor>',
    ].join('');
  }

  /** Takes a signed request of CSAM, whose metadata is asked for its key and its address. */
  async begin(rawQuery: string): Promise<ForeignSignIn> {
    const message = decodeRedirect(rawQuery);
    if (message.kind === 'refused') throw new NodeProblem(message.reason);
    const client = await this.client();
    if (!isSignedBy(client, message)) throw new NodeProblem('the request is not signed by CSAM');
    const request = requestIn(message.xml);
    if (request.issuer !== client.entityId) throw new NodeProblem('the request is of somebody else');
    return this.remember({
      id: randomUUID(),
      requestId: request.id,
      relayState: message.relayState ?? '',
      consumer: client.assertionConsumerServices[0]?.location ?? '',
      audience: client.entityId,
      asked: assuranceIn(request.requestedAuthnContext?.classReferences[0]),
    });
  }

  /** The answer of the country for this person, signed twice. */
  async confirm(signIn: ForeignSignIn, person: ForeignPerson, assurance: Assurance): Promise<string> {
    const { givenName, surname, identifier, number } = person;
    const attributes = { PersonIdentifier: identifier, FirstName: givenName, FamilyName: surname };
    const { xml } = await buildResponse(
      {
        ...this.envelope(signIn),
        audience: signIn.audience,
        subject: { value: `_${randomUUID()}`, format: NAME_ID_FORMAT.transient },
        authentication: {
          at: new Date(),
          sessionIndex: `_${randomUUID()}`,
          classReference: `${LOA}${assurance}`,
        },
        attributes: [
          ...Object.entries(attributes).map(([name, value]) => ({
            name: `${PERSON}${name}`,
            values: [value],
          })),
          ...(number === undefined ? [] : [{ name: 'egovNRN', values: [number] }]),
        ],
      },
      await this.key(),
    );
    return xml;
  }

  /** The person stopped. */
  async refuse(signIn: ForeignSignIn): Promise<string> {
    const status = { code: STATUS.responder, subCode: STATUS.requestDenied };
    const { xml } = await buildErrorResponse({ ...this.envelope(signIn), status }, await this.key());
    return xml;
  }

  private envelope({ consumer, requestId }: ForeignSignIn) {
    return { issuer: this.entityId, destination: consumer, inResponseTo: requestId, issuedAt: new Date() };
  }

  private remember(signIn: ForeignSignIn): ForeignSignIn {
    this.signIns.set(signIn.id, signIn);
    const [oldest] = this.signIns.keys();
    if (this.signIns.size > MOST && oldest !== undefined) this.signIns.delete(oldest);
    return signIn;
  }

  private get entityId(): string {
    return `${this.settings.baseUrl}/eidas-node/metadata.xml`;
  }

  private get address(): string {
    return `${this.settings.baseUrl}/eidas-node/sign-in`;
  }

  private async client(): Promise<ServiceProviderMetadata> {
    const address = `${this.settings.fasBaseUrl}/fas/partners/eidas/metadata.xml`;
    const response = await fetch(address, { signal: AbortSignal.timeout(TIMEOUT) });
    if (!response.ok) throw new NodeProblem(`the metadata of CSAM answered with status ${response.status}`);
    const parsed = parseServiceProviderMetadata(await response.text());
    if (parsed.kind === 'invalid') throw new NodeProblem(`the metadata of CSAM is wrong: ${parsed.reason}`);
    return parsed.value;
  }

  private key(): Promise<SigningKey> {
    this.signer ??= ensureEidasNodeKeys(this.settings.dataDirectory).then(({ keyFile, certificateFile }) => ({
      kid: 'eidas-node',
      privateKey: createPrivateKey(readFileSync(keyFile)),
      certificate: readFileSync(certificateFile, 'utf8'),
    }));
    return this.signer;
  }
}

function isSignedBy(client: ServiceProviderMetadata, { detached }: SamlMessage): boolean {
  const keys = client.signingCertificates.flatMap((certificate) => {
    const read = keyFromCertificate(certificate);
    return read.kind === 'key' ? [read.key] : [];
  });
  return detached !== undefined && verifyRedirectSignature(detached, { keys }).kind === 'verified';
}

function requestIn(xml: string) {
  const parsed = parseXml(xml);
  const read = parsed.kind === 'refused' ? parsed : readAuthnRequest(parsed.root);
  if (read.kind === 'refused') throw new NodeProblem(`the request cannot be read: ${read.reason}`);
  return read.request;
}

const assuranceIn = (classReference: string | undefined): Assurance =>
  ASSURANCES.find((assurance) => classReference === `${LOA}${assurance}`) ?? 'low';

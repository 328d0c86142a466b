import {
  createSign,
  publicEncrypt,
  randomBytes,
  constants,
  createCipheriv,
  X509Certificate,
} from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { ensureServiceProvider, serviceProviderAddresses } from '#libs/testing';
import { formOf, type Answer, type PageWalker } from './page-walker.js';
import { registerApplication, scratchFolder } from './register-application.js';
import { signIn } from './sign-in.js';
import { stack } from './stack.js';

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const BINDING = 'urn:oasis:names:tc:SAML:2.0:bindings:';
const NAMES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';

export const fasEndpoint = (binding: 'Redirect' | 'POST' | 'Soap'): string =>
  `${stack().addresses.fas}/fas/IDPSlo${binding}/metaAlias/idp`;

/** What a service learned about a session. */
export interface ToldSession {
  readonly nameId: string;
  readonly sessionIndex: string;
}

export interface LogoutParts {
  readonly id?: string;
  readonly nameId?: string;
  readonly sessionIndex?: string | null;
  readonly destination?: string;
  readonly issueInstant?: Date;
  readonly notOnOrAfter?: Date;
  /** Our certificate for which the name is encrypted. */
  readonly encryptFor?: string;
}

export interface Sent {
  readonly relayState?: string;
  readonly signer?: SamlLogoutService | null;
}

/** A SAML service with a logout endpoint of its own that really answers, by Redirect or by SOAP. */
export class SamlLogoutService {
  /** LogoutRequests that came by SOAP. */
  readonly heard: string[] = [];
  /** How it answers over SOAP. */
  mode: 'confirm' | 'error' | 'hang' | 'refuse' = 'confirm';
  private server: Server | undefined;

  private constructor(
    readonly name: string,
    readonly base: string,
    private readonly privateKey: string,
  ) {}

  static async start(name: string, binding: 'HTTP-Redirect' | 'SOAP'): Promise<SamlLogoutService> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    // Ports come back when their server is gone; entity identifiers may not.
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${randomBytes(5).toString('hex')}`;
    const folder = join(scratchFolder(), `logout-${randomBytes(5).toString('hex')}`);
    mkdirSync(folder, { recursive: true });
    const { keyFile, metadataFile } = await ensureServiceProvider(folder, base);
    const metadata = readFileSync(metadataFile, 'utf8')
      .replace('AuthnRequestsSigned="true"', 'AuthnRequestsSigned="false"')
      .replace(`Service Binding="${BINDING}HTTP-Redirect"`, `Service Binding="${BINDING}${binding}"`);
    const redirectToo = `<md:SingleLogoutService Binding="${BINDING}HTTP-Redirect" Location="${base}/rp/saml/slo"/>`;
    const both =
      binding === 'SOAP'
        ? metadata.replace('<md:NameIDFormat>', `${redirectToo}<md:NameIDFormat>`)
        : metadata;
    writeFileSync(metadataFile, both);
    await registerApplication({ name, saml: { metadataFile } });
    const service = new SamlLogoutService(name, base, readFileSync(keyFile, 'utf8'));
    service.listen(server);
    return service;
  }

  get entityId(): string {
    return serviceProviderAddresses(this.base).entityId;
  }

  /** The address at FAS that begins a sign-in. */
  get signInAddress(): string {
    return this.authnRequest();
  }

  get sloAddress(): string {
    return serviceProviderAddresses(this.base).singleLogout;
  }

  /** Down: nobody answers at its address any more. */
  async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
  }

  /** The person signs in, or comes in on the session that there is. */
  async signIn(walker: PageWalker, personId = 'bram-boterkoek'): Promise<ToldSession> {
    const first = await walker.open(this.signInAddress);
    const page = first.body.includes('SAMLResponse') ? first : await signIn(walker, first, personId);
    const xml = Buffer.from(formOf(page).fields['SAMLResponse'] ?? '', 'base64').toString();
    return {
      nameId: /<saml:NameID[^>]*>([^<]+)</.exec(xml)?.[1] ?? '',
      sessionIndex: /SessionIndex="([^"]+)"/.exec(xml)?.[1] ?? '',
    };
  }

  /** Whether a session still serves: IsPassive gets an answer. */
  async isSignedIn(walker: PageWalker): Promise<boolean> {
    const page = await walker.open(this.authnRequest('IsPassive="true"'));
    const xml = Buffer.from(formOf(page).fields['SAMLResponse'] ?? '', 'base64').toString();
    if (xml.includes('status:NoPassive')) return false;
    if (xml.includes('<saml:Assertion') || xml.includes('status:Success')) return true;
    throw new Error(`neither: ${xml.slice(0, 300)}`);
  }

  request(told: ToldSession, parts: LogoutParts = {}): string {
    const { id = `_${randomBytes(16).toString('hex')}`, destination = fasEndpoint('Redirect') } = parts;
    const until = parts.notOnOrAfter ? ` NotOnOrAfter="${parts.notOnOrAfter.toISOString()}"` : '';
    const index = parts.sessionIndex === undefined ? told.sessionIndex : parts.sessionIndex;
    const name = `<saml:NameID ${NAMES.split(' ')[1]} SPNameQualifier="${this.entityId}">${parts.nameId ?? told.nameId}</saml:NameID>`;
    return (
      `<samlp:LogoutRequest ${NAMES} ID="${id}" Version="2.0" Destination="${destination}"` +
      ` IssueInstant="${(parts.issueInstant ?? new Date()).toISOString()}"${until}>` +
      `<saml:Issuer>${this.entityId}</saml:Issuer>` +
      (parts.encryptFor === undefined ? name : encryptedId(name, parts.encryptFor)) +
      (index === null ? '' : `<samlp:SessionIndex>${index}</samlp:SessionIndex>`) +
      '</samlp:LogoutRequest>'
    );
  }

  response(inResponseTo: string, status = 'Success', destination = fasEndpoint('Redirect')): string {
    return (
      `<samlp:LogoutResponse ${NAMES} ID="_${randomBytes(16).toString('hex')}" Version="2.0"` +
      ` Destination="${destination}" IssueInstant="${new Date().toISOString()}" InResponseTo="${inResponseTo}">` +
      `<saml:Issuer>${this.entityId}</saml:Issuer><samlp:Status>` +
      `<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:${status}"/></samlp:Status></samlp:LogoutResponse>`
    );
  }

  /** The address at FAS that brings a message by Redirect. */
  redirect(xml: string, { relayState, signer = this }: Sent = {}): string {
    const parameter = xml.includes('LogoutResponse') ? 'SAMLResponse' : 'SAMLRequest';
    const state = relayState === undefined ? '' : `&RelayState=${encodeURIComponent(relayState)}`;
    const plain = `${parameter}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}${state}`;
    if (signer === null) return `${fasEndpoint('Redirect')}?${plain}`;
    const octets = `${plain}&SigAlg=${encodeURIComponent(RSA_SHA256)}`;
    const signature = createSign('sha256').update(octets).sign(signer.privateKey, 'base64');
    return `${fasEndpoint('Redirect')}?${octets}&Signature=${encodeURIComponent(signature)}`;
  }

  /** The message with its signature inside, for POST and SOAP. */
  signed(xml: string): string {
    const signer = new SignedXml({
      privateKey: this.privateKey,
      signatureAlgorithm: RSA_SHA256,
      canonicalizationAlgorithm: 'http://www.w3.org/2001/10/xml-exc-c14n#',
    });
    signer.addReference({
      xpath: '/*',
      transforms: [
        'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
        'http://www.w3.org/2001/10/xml-exc-c14n#',
      ],
      digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
    });
    signer.computeSignature(xml, {
      prefix: 'ds',
      location: { reference: "/*/*[local-name(.)='Issuer']", action: 'after' },
    });
    return signer.getSignedXml();
  }

  async soap(xml: string): Promise<{ status: number; body: string; milliseconds: number }> {
    const started = performance.now();
    const response = await fetch(fasEndpoint('Soap'), {
      method: 'POST',
      headers: { 'content-type': 'text/xml; charset=utf-8' },
      body: envelope(xml),
    });
    const body = await response.text();
    return { status: response.status, body, milliseconds: performance.now() - started };
  }

  private authnRequest(attributes = ''): string {
    const { assertionConsumer } = serviceProviderAddresses(this.base);
    const destination = `${stack().addresses.fas}/fas/SSORedirect/metaAlias/idp`;
    const xml =
      `<samlp:AuthnRequest ${NAMES} ID="_${randomBytes(16).toString('hex')}" Version="2.0" ` +
      `IssueInstant="${new Date().toISOString()}" Destination="${destination}" ` +
      `AssertionConsumerServiceURL="${assertionConsumer}" ${attributes}><saml:Issuer>${this.entityId}</saml:Issuer></samlp:AuthnRequest>`;
    return `${destination}?SAMLRequest=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}`;
  }

  private listen(server: Server): void {
    this.server = server;
    server.on('request', (request, response) => {
      if (request.method === 'HEAD') return response.writeHead(405).end();
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const body = Buffer.concat(parts).toString();
        this.heard.push(body);
        if (this.mode === 'hang') return;
        if (this.mode === 'error') return response.writeHead(500).end();
        const id = /LogoutRequest[^>]* ID="([^"]+)"/.exec(body)?.[1] ?? '';
        const answer = this.response(id, this.mode === 'refuse' ? 'Responder' : 'Success', 'urn:none');
        response.writeHead(200, { 'content-type': 'text/xml' }).end(envelope(this.signed(answer)));
      });
      return undefined;
    });
  }
}

export const envelope = (xml: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${xml}</soap:Body></soap:Envelope>`;

/** The message that a redirect carries. */
export function messageIn(location: URL | undefined, parameter: 'SAMLRequest' | 'SAMLResponse'): string {
  const text = location?.searchParams.get(parameter);
  if (text === undefined || text === null) return '';
  return inflateRawSync(Buffer.from(text, 'base64')).toString();
}

export const idOf = (xml: string): string => /<samlp:\w+[^>]* ID="([^"]+)"/.exec(xml)?.[1] ?? '';

/** Status codes of a LogoutResponse, without their common beginning. */
export const statusesOf = (xml: string): string[] =>
  [...xml.matchAll(/StatusCode Value="urn:oasis:names:tc:SAML:2\.0:status:(\w+)"/g)].map(
    ([, code = '']) => code,
  );

export const answerOf = ({ location }: Pick<Answer, 'location'>): string[] =>
  statusesOf(messageIn(location, 'SAMLResponse'));

function encryptedId(name: string, certificate: string): string {
  const key = randomBytes(32);
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([iv, cipher.update(name, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  const recipient = new X509Certificate(Buffer.from(certificate, 'base64')).publicKey;
  const wrapped = publicEncrypt(
    { key: recipient, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' },
    key,
  );
  const value = (octets: Buffer) =>
    `<xenc:CipherData><xenc:CipherValue>${octets.toString('base64')}</xenc:CipherValue></xenc:CipherData>`;
  return (
    '<saml:EncryptedID><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element">' +
    '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2009/xmlenc11#aes256-gcm"/>' +
    '<ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey>' +
    '<xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/>' +
    `${value(wrapped)}</xenc:EncryptedKey></ds:KeyInfo>${value(data)}</xenc:EncryptedData></saml:EncryptedID>`
  );
}

import 'reflect-metadata';
import { generateKeyPairSync, randomUUID, webcrypto, X509Certificate, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SubjectAlternativeNameExtension, X509CertificateGenerator } from '@peculiar/x509';
import { SignedXml } from 'xml-crypto';
import * as ns from '../../soap/namespaces.js';
import { FSB_HEADER } from '../namespaces.js';

export interface Party {
  readonly certificate: X509Certificate;
  readonly privateKey: KeyObject;
}

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' } as const;
const DAY = 86_400_000;

export interface PartyOptions {
  /** Days from now until the certificate expires. */
  readonly days?: number;
  /** Name under which it may serve TLS. */
  readonly host?: string;
}

/** A key pair with a self-signed certificate that began a month ago. */
export async function party(name: string, now: Date, { days = 30, host }: PartyOptions = {}): Promise<Party> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const keys = {
    privateKey: await webcrypto.subtle.importKey(
      'pkcs8',
      privateKey.export({ type: 'pkcs8', format: 'der' }),
      RSA,
      true,
      ['sign'],
    ),
    publicKey: await webcrypto.subtle.importKey(
      'spki',
      publicKey.export({ type: 'spki', format: 'der' }),
      RSA,
      true,
      ['verify'],
    ),
  };
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    notBefore: new Date(now.getTime() - 30 * DAY),
    notAfter: new Date(now.getTime() + days * DAY),
    signingAlgorithm: RSA,
    keys,
    ...(host !== undefined && {
      extensions: [new SubjectAlternativeNameExtension([{ type: 'dns', value: host }])],
    }),
  });
  return { certificate: new X509Certificate(certificate.toString('pem')), privateKey };
}

export interface SealOptions {
  readonly by: Party;
  readonly created: Date;
  /** Parts that are signed; both by default. */
  readonly parts?: readonly ('Body' | 'Timestamp')[];
}

/** An answer as the bus sends it, signed by an independent implementation (xml-crypto) and not by our own. */
export function sealed(content: string, { by, created, parts = ['Timestamp', 'Body'] }: SealOptions): string {
  const at = (offset: number) => `${new Date(created.getTime() + offset).toISOString().slice(0, 19)}Z`;
  const envelope = `<soapenv:Envelope xmlns:env="${ns.SOAP}" xmlns:soapenv="${ns.SOAP}">
  <soapenv:Header>
    <head:fsbHeader xmlns:head="${FSB_HEADER}"><head:messageId>${randomUUID()}</head:messageId><head:fsbTransactionId>T-1</head:fsbTransactionId></head:fsbHeader>
    <wsse:Security soapenv:mustUnderstand="1" xmlns:wsse="${ns.WSSE}">
      <wsu:Timestamp wsu:Id="Timestamp-1" xmlns:wsu="${ns.WSU}"><wsu:Created>${at(0)}</wsu:Created><wsu:Expires>${at(300_000)}</wsu:Expires></wsu:Timestamp>
      <wsse:BinarySecurityToken ValueType="${ns.X509V3}" EncodingType="${ns.BASE64}" wsu:Id="BST-1" xmlns:wsu="${ns.WSU}">${by.certificate.raw.toString('base64')}</wsse:BinarySecurityToken>
    </wsse:Security>
  </soapenv:Header>
  <soapenv:Body wsu:Id="Body-1" xmlns:wsu="${ns.WSU}">${content}</soapenv:Body>
</soapenv:Envelope>`;
  const signature = new SignedXml({
    privateKey: by.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    signatureAlgorithm: ns.RSA_SHA256,
    canonicalizationAlgorithm: ns.EXC_C14N,
    idMode: 'wssecurity',
  });
  for (const part of parts) {
    signature.addReference({
      xpath: `//*[local-name(.)='${part}']`,
      transforms: [ns.EXC_C14N],
      digestAlgorithm: ns.SHA256,
    });
  }
  signature.computeSignature(envelope, {
    prefix: 'dsig',
    location: { reference: "//*[local-name(.)='Security']", action: 'append' },
  });
  return signature.getSignedXml();
}

export interface RegisterStandIn {
  readonly url: string;
  readonly requests: string[];
  close(): void;
}

export type Reply = (request: string) => { status?: number; text: string } | RequestListener;

/** A SOAP server on a free port that keeps what it was sent. */
export async function registerStandIn(reply: Reply): Promise<RegisterStandIn> {
  const requests: string[] = [];
  const server = createServer((message, response) => {
    const chunks: Buffer[] = [];
    message.on('data', (chunk: Buffer) => chunks.push(chunk));
    message.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8');
      requests.push(text);
      const answer = reply(text);
      if (typeof answer === 'function') return answer(message, response);
      response.writeHead(answer.status ?? 200, { 'content-type': 'text/xml' }).end(answer.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/PersonServices/GetPersonService/3.0`,
    requests,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  BINDING,
  buildResponse,
  decodeRedirect,
  NAME_ID_FORMAT,
  parseXml,
  readAuthnRequest,
  type AuthnRequest,
  type SigningKey,
  type SuccessResponse,
} from '#libs/saml';
import { ensureServiceProviderKeys } from '#libs/testing';

export interface RunningIdentityProvider {
  readonly baseUrl: string;
  /** Reads the request in an address that the relying party redirected to. */
  read(address: string): AuthnRequest;
  /** `SAMLResponse` that answers a request, with whatever is to be otherwise. */
  answer(request: AuthnRequest, otherwise?: Partial<SuccessResponse>): Promise<string>;
  stop(): void;
}

/** An identity provider with metadata where FAS has it, signing with our own libs/saml. */
export async function runIdentityProvider(): Promise<RunningIdentityProvider> {
  const folder = mkdtempSync(join(tmpdir(), 'idp-'));
  const files = await ensureServiceProviderKeys(folder);
  const certificate = readFileSync(files.certificateFile, 'utf8').replaceAll(/-----[A-Z ]+-----|\s/gu, '');
  const key: SigningKey = {
    kid: 'test',
    certificate,
    privateKey: createPrivateKey(readFileSync(files.keyFile)),
  };
  const server = createServer((_request, response) => response.end(metadata(baseUrl, certificate)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    baseUrl,
    read: readRequest,
    answer: async (request, otherwise = {}) => {
      const { xml } = await buildResponse({ ...success(baseUrl, request), ...otherwise }, key);
      return Buffer.from(xml).toString('base64');
    },
    stop: () => {
      server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const metadata = (base: string, certificate: string) =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${base}/fas">` +
  `<md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">` +
  `<md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data>` +
  `<ds:X509Certificate>${certificate}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>` +
  `<md:SingleLogoutService Binding="${BINDING.redirect}" Location="${base}/fas/IDPSloRedirect/metaAlias/idp"/>` +
  `<md:SingleSignOnService Binding="${BINDING.redirect}" Location="${base}/fas/SSORedirect/metaAlias/idp"/>` +
  `</md:IDPSSODescriptor></md:EntityDescriptor>`;

function readRequest(address: string): AuthnRequest {
  const message = decodeRedirect(address.split('?')[1] ?? '');
  if (message.kind === 'refused') throw new Error(`not decoded: ${message.reason}`);
  const parsed = parseXml(message.xml);
  if (parsed.kind === 'refused') throw new Error(`not parsed: ${parsed.reason}`);
  const outcome = readAuthnRequest(parsed.root);
  if (outcome.kind === 'refused') throw new Error(`not read: ${outcome.reason}`);
  return outcome.request;
}

function success(base: string, request: AuthnRequest): SuccessResponse {
  return {
    issuer: `${base}/fas`,
    destination: request.acsUrl ?? '',
    inResponseTo: request.id,
    issuedAt: new Date(),
    audience: request.issuer,
    subject: { value: 'name-1', format: NAME_ID_FORMAT.transient },
    authentication: {
      at: new Date(),
      sessionIndex: 'session-1',
      classReference: request.requestedAuthnContext?.classReferences[0] ?? 'urn:be:fedict:iam:fas:Level200',
    },
    attributes: [
      { name: 'givenName', values: ['Léa'] },
      { name: 'surname', values: ['Lierre'] },
    ],
  };
}

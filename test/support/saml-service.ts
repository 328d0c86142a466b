import { SAML, type SamlConfig } from '@node-saml/node-saml';
import { createSign, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { ensureServiceProvider, serviceProviderAddresses } from '#libs/testing';
import { formOf, type Answer } from './page-walker.js';
import { registerApplication, scratchFolder } from './register-application.js';
import { stack } from './stack.js';

export const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const LEVEL = 'urn:be:fedict:iam:fas:Level';

/** Services that specs share, so that each is registered once in a run. */
const SERVICES = {
  /** Signs its requests: its metadata says so. */
  archive: { name: 'Archive', attributes: ['egovNRN', 'givenName', 'surname', 'mail'], signs: true },
  /** Does not sign them, and need not. */
  museum: { name: 'Museum', attributes: ['givenName'], signs: false },
  /** Signs them, wants its assertions encrypted, and can fetch answers by artifact. */
  vault: { name: 'Vault', attributes: ['givenName'], signs: true, saml: { wantAssertionsEncrypted: true } },
} as const;

interface Service {
  readonly name: string;
  readonly attributes: readonly string[];
  readonly signs: boolean;
  readonly saml?: Readonly<Record<string, unknown>>;
}

/** What the response said, as the stock client read it after all its checks. */
export interface SamlProfile {
  readonly nameID: string;
  readonly inResponseTo: string;
  readonly sessionIndex: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  getAssertionXml(): string;
}

/** A service that signs people in over SAML 2.0, written with the stock client. */
export class SamlService {
  constructor(
    readonly entityId: string,
    readonly acs: string,
    readonly privateKey: string,
    private readonly signs: boolean,
    private readonly fasCertificates: string[],
  ) {}

  /** A service of the list above, registered when it is not there yet. */
  static async of(name: keyof typeof SERVICES): Promise<SamlService> {
    const { signs, saml = {}, ...application }: Service = SERVICES[name];
    const folder = join(scratchFolder(), `service-${name}`);
    const base = `https://${name}-${runId()}.example`;
    const { entityId, assertionConsumer: acs } = serviceProviderAddresses(base);
    const isNew = !existsSync(folder);
    mkdirSync(folder, { recursive: true });
    const { keyFile, metadataFile } = await ensureServiceProvider(folder, base);
    if (isNew) {
      const file = changedMetadata(metadataFile, signs ? withArtifact : withoutSigning);
      await registerApplication({ ...application, saml: { metadataFile: file, ...saml } });
    }
    const key = readFileSync(keyFile, 'utf8');
    return new SamlService(entityId, acs, key, signs, certificatesIn(await fasMetadata()));
  }

  /** The stock client, with every check that it can make. */
  client(special: Partial<SamlConfig> = {}): SAML {
    return new SAML({
      issuer: this.entityId,
      audience: this.entityId,
      callbackUrl: this.acs,
      entryPoint: singleSignOn(),
      idpIssuer: `${stack().addresses.fas}/saml/fas-metadata.xml`,
      idpCert: this.fasCertificates,
      signatureAlgorithm: 'sha256',
      digestAlgorithm: 'sha256',
      wantAssertionsSigned: true,
      wantAuthnResponseSigned: true,
      identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
      disableRequestedAuthnContext: true,
      ...(this.signs && { privateKey: this.privateKey }),
      ...special,
    });
  }

  /** Reads the response that FAS posts. */
  async read(client: SAML, page: Answer): Promise<SamlProfile> {
    const { profile } = await client.validatePostResponseAsync({ ...formOf(page).fields });
    if (profile === null) throw new Error('the response holds no person');
    return profile as unknown as SamlProfile;
  }

  /** An AuthnRequest written by hand, to write it wrongly. */
  request({ id = `_${randomBytes(16).toString('hex')}`, ...parts }: RequestParts = {}): string {
    const { issuer = this.entityId, acs = this.acs, destination = singleSignOn(), children = '' } = parts;
    const at = (parts.issueInstant ?? new Date()).toISOString();
    return (
      '<samlp:AuthnRequest xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ' +
      `xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="${id}" Version="2.0" IssueInstant="${at}" ` +
      `Destination="${destination}" AssertionConsumerServiceURL="${acs}" ${parts.attributes ?? ''}>` +
      `<saml:Issuer>${issuer}</saml:Issuer>${children}</samlp:AuthnRequest>`
    );
  }

  /** The address with which the browser brings a request, by the Redirect binding. */
  address(xml: string, { signed = this.signs, relayState = 'state' } = {}): URL {
    const message = encodeURIComponent(deflateRawSync(xml).toString('base64'));
    const plain = `SAMLRequest=${message}&RelayState=${encodeURIComponent(relayState)}`;
    if (!signed) return new URL(`${singleSignOn()}?${plain}`);
    const octets = `${plain}&SigAlg=${encodeURIComponent(RSA_SHA256)}`;
    const signature = createSign('sha256').update(octets).sign(this.privateKey, 'base64');
    return new URL(`${singleSignOn()}?${octets}&Signature=${encodeURIComponent(signature)}`);
  }
}

export interface RequestParts {
  readonly id?: string;
  readonly issuer?: string;
  readonly acs?: string;
  readonly destination?: string;
  readonly issueInstant?: Date;
  readonly attributes?: string;
  readonly children?: string;
}

/** Which classes a request asks, and how they are compared. */
export const requestedClasses = (comparison: string, ...levels: readonly (number | string)[]): string =>
  `<samlp:RequestedAuthnContext Comparison="${comparison}">${levels
    .map((level) => (typeof level === 'number' ? LEVEL + level : level))
    .map((level) => `<saml:AuthnContextClassRef>${level}</saml:AuthnContextClassRef>`)
    .join('')}</samlp:RequestedAuthnContext>`;

export const singleSignOn = (): string => `${stack().addresses.fas}/fas/SSORedirect/metaAlias/idp`;
export const singleSignOnPost = (): string => `${stack().addresses.fas}/fas/SSOPOST/metaAlias/idp`;

export async function fasMetadata(): Promise<string> {
  return (await fetch(`${stack().addresses.fas}/saml/fas-metadata.xml`)).text();
}

/** The response that a page posts, as XML. */
export function responseIn(page: Answer): string {
  const { SAMLResponse = '' } = formOf(page).fields;
  return Buffer.from(SAMLResponse, 'base64').toString('utf8');
}

/** The status codes of a response, the outer one first, without their common beginning. */
export const statusesIn = (page: Answer): string[] =>
  [...responseIn(page).matchAll(/StatusCode Value="urn:oasis:names:tc:SAML:2\.0:status:(\w+)"/g)].map(
    ([, code = '']) => code,
  );

/** The class that a response says was reached. */
export const classIn = (page: Answer): string | undefined =>
  /<saml2?:AuthnContextClassRef>([^<]+)</.exec(responseIn(page))?.[1];

export const certificatesIn = (metadata: string): string[] => [
  ...new Set(
    [...metadata.matchAll(/X509Certificate>([^<]+)</g)].map(([, text = '']) => text.replaceAll(/\s/g, '')),
  ),
];

/** Differs from run to run and is the same in all specs of one. */
const runId = (): string => /[^_]*$/.exec(stack().databaseUrl)?.[0] ?? 'run';

function changedMetadata(metadataFile: string, change: (metadata: string) => string): string {
  const file = `${metadataFile}.changed.xml`;
  writeFileSync(file, change(readFileSync(metadataFile, 'utf8')));
  return file;
}

const withoutSigning = (metadata: string): string =>
  metadata.replace('AuthnRequestsSigned="true"', 'AuthnRequestsSigned="false"');

/** Who signs can fetch answers: the return address is there for the Artifact binding too. */
const withArtifact = (metadata: string): string =>
  metadata.replace(
    /<md:AssertionConsumerService [^>]*(Location="[^"]*")[^>]*>/,
    (post, location: string) =>
      `${post}<md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact" ${location} index="1"/>`,
  );

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** A message with a signature of this key in it, as another library makes it; prefix `ds`. */
export function signedXml(xml: string, privateKey: string): string {
  const signer = new SignedXml({
    privateKey,
    signatureAlgorithm: RSA_SHA256,
    canonicalizationAlgorithm: EXCLUSIVE,
  });
  signer.addReference({
    xpath: '/*',
    transforms: ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', EXCLUSIVE],
    digestAlgorithm: 'http://www.w3.org/2001/04/xmlenc#sha256',
  });
  const location = { reference: "/*/*[local-name(.)='Issuer']", action: 'after' } as const;
  signer.computeSignature(xml, { prefix: 'ds', location });
  return signer.getSignedXml();
}

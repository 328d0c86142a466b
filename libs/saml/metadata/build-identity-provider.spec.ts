import { beforeAll, describe, expect, it } from 'vitest';
import { NAME_ID_FORMAT } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import {
  hasSchemas,
  hasXmlsec,
  schemaComplaints,
  xmlsecVerifies,
} from '../../../test/support/saml-judges.js';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { IDP } from '../test-support/requests.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { METADATA_BOUNDS } from '../xml/xml-bounds.js';
import { buildIdentityProviderMetadata } from './build-identity-provider.js';

const base = 'https://idp.example.be/fas';
let key: TestKey;
let next: TestKey;
let xml: string;

beforeAll(async () => {
  [key, next] = [await testKey('rsa', 'active'), await testKey('p256', 'next')];
  xml = await buildIdentityProviderMetadata(
    {
      entityId: IDP,
      validUntil: new Date('2026-03-15T00:00:00Z'),
      signingCertificates: [key.certificate, next.certificate],
      singleSignOn: { redirect: `${base}/SSORedirect/metaAlias/idp`, post: `${base}/SSOPOST/metaAlias/idp` },
      singleLogout: {
        redirect: `${base}/IDPSloRedirect/metaAlias/idp`,
        soap: `${base}/IDPSloSoap/metaAlias/idp`,
      },
      artifactResolution: `${base}/ArtifactResolver/metaAlias/idp`,
      nameIdFormats: [NAME_ID_FORMAT.transient, NAME_ID_FORMAT.persistent],
      wantAuthnRequestsSigned: false,
      displayName: { nl: 'Aanmelden', fr: 'Connexion', de: 'Anmeldung', en: 'Sign in & go' },
      description: { nl: 'De toegangspoort' },
      logo: { url: 'https://idp.example.be/logo.png', width: 80, height: 60 },
      informationUrl: { nl: 'https://idp.example.be/nl' },
      privacyStatementUrl: { nl: 'https://idp.example.be/privacy' },
      errorUrl: 'https://idp.example.be/error',
      organization: { name: { nl: 'Voorbeelddienst' }, url: { nl: 'https://idp.example.be/' } },
      technicalContact: { name: 'Servicedesk', email: 'servicedesk@example.be' },
      scopes: ['example.be'],
    },
    key,
  );
});

function root() {
  const parsed = parseXml(xml, METADATA_BOUNDS);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.root;
}

describe('SM-1 our metadata', () => {
  it('is canonical and signed by the active key', () => {
    expect(canonicalise(root())).toBe(xml);
    expect(verifyEnvelopedSignature(root(), { keys: [trusted(key)] }).kind).toBe('verified');
  });

  it('SM-3 publishes the active key and the next one', () => {
    const keys = xml.slice(xml.indexOf('<md:KeyDescriptor')).match(/<ds:X509Certificate>[^<]*/g);
    const bare = (certificate: string) => certificate.replace(/-----[^-]*-----|\s/g, '');
    expect(keys).toEqual([key, next].map(({ certificate }) => `<ds:X509Certificate>${bare(certificate)}`));
  });

  it('names what answers, in four languages, until when', () => {
    expect(xml).toContain('validUntil="2026-03-15T00:00:00.000Z"');
    expect(xml).toContain('errorURL="https://idp.example.be/error"');
    expect(xml).toContain('<mdui:DisplayName xml:lang="en">Sign in &amp; go</mdui:DisplayName>');
    expect(xml).toContain('regexp="false">example.be</shibmd:Scope>');
    for (const path of ['SSORedirect', 'SSOPOST', 'IDPSloRedirect', 'IDPSloSoap', 'ArtifactResolver']) {
      expect(xml).toContain(`Location="${base}/${path}/metaAlias/idp"`);
    }
    expect(xml).not.toContain('IDPSloPOST');
  });

  it('names what may sign for us, SHA-256 first and no SHA-1', () => {
    const named = (name: string) => [
      ...xml.matchAll(new RegExp(`<alg:${name} [^>]*Algorithm="([^"]*)"`, 'g')),
    ];
    expect(named('SigningMethod')[0]?.[1]).toMatch(/rsa-sha256$/);
    expect(named('DigestMethod')[0]?.[1]).toMatch(/#sha256$/);
    expect(xml).not.toMatch(/Algorithm="[^"]*sha1"/);
  });

  it.skipIf(!hasXmlsec)('is verified by xmlsec1', () => {
    expect(xmlsecVerifies(xml, key, 'EntityDescriptor')).toBe(true);
  });

  it.skipIf(!hasSchemas)('SR-1 is valid by the schemas', () => {
    expect(schemaComplaints(xml)).toBe('');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { testKey, type TestKey } from '../test-support/keys.js';
import { parseIdentityProviderMetadata } from './parse-identity-provider.js';

const now = new Date('2026-03-01T10:00:00Z');

let key: TestKey;
beforeAll(async () => {
  key = await testKey();
});

const bare = () => key.certificate.replaceAll(/-----[A-Z ]+-----|\s/g, '');

const document = () =>
  `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://node.example/metadata" validUntil="2026-03-02T10:00:00Z"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>${bare()}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="https://node.example/post"/><md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://node.example/redirect"/></md:IDPSSODescriptor></md:EntityDescriptor>`;

describe('metadata of an identity provider', () => {
  it('says who it is, where requests go and whose signatures are its', () => {
    expect(parseIdentityProviderMetadata(document(), { now })).toEqual({
      kind: 'valid',
      value: {
        entityId: 'https://node.example/metadata',
        validUntil: new Date('2026-03-02T10:00:00Z'),
        singleSignOn: 'https://node.example/redirect',
        signingCertificates: [bare()],
      },
    });
  });

  it.each([
    [
      'SX-18 without a key',
      (xml: string) => xml.replace('use="signing"', 'use="encryption"'),
      'no-signing-certificate',
    ],
    ['SM-2 past its end', (xml: string) => xml.replace('2026-03-02', '2026-02-02'), 'expired'],
    [
      'without requests by Redirect',
      (xml: string) => xml.replace('HTTP-Redirect', 'SOAP'),
      'no-single-sign-on',
    ],
    [
      'with an address that is none',
      (xml: string) => xml.replace('https://node.example/redirect', 'javascript:1'),
      'location',
    ],
    ['of a service provider', (xml: string) => xml.replaceAll('IDPSSO', 'SPSSO'), 'no-identity-provider'],
    ['SX-21 with a DOCTYPE', (xml: string) => `<!DOCTYPE x>${xml}`, 'xml'],
  ])('is refused %s', (_name, change, reason) => {
    const outcome = parseIdentityProviderMetadata(change(document()), { now });
    expect(outcome).toMatchObject({ kind: 'invalid', reason: expect.stringContaining(reason) });
  });
});

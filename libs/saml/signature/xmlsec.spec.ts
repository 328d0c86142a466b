import { describe, expect, it } from 'vitest';
import { parseXml } from '../xml/parse-xml.js';
import { hasXmlsec, xmlsecSigns } from '../../../test/support/saml-judges.js';
import { testKey, trusted } from '../test-support/keys.js';
import { authnRequest } from '../test-support/requests.js';
import { verifyEnvelopedSignature } from './enveloped-signature.js';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const PREFIXES = `<ec:InclusiveNamespaces xmlns:ec="${EXCLUSIVE}" PrefixList="saml #default xs"/>`;

function template(methods: { signature: string; digest: string; prefixes?: string }): string {
  const { signature, digest, prefixes = '' } = methods;
  return `<ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo>
    <ds:CanonicalizationMethod Algorithm="${EXCLUSIVE}">${prefixes}</ds:CanonicalizationMethod>
    <ds:SignatureMethod Algorithm="${signature}"/><ds:Reference URI="#_request1"><ds:Transforms>
    <ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"/>
    <ds:Transform Algorithm="${EXCLUSIVE}">${prefixes}</ds:Transform></ds:Transforms>
    <ds:DigestMethod Algorithm="${digest}"/><ds:DigestValue></ds:DigestValue></ds:Reference></ds:SignedInfo>
    <ds:SignatureValue></ds:SignatureValue></ds:Signature>`;
}

const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';
const ENC = 'http://www.w3.org/2001/04/xmlenc#';

describe.skipIf(!hasXmlsec)('a request signed by xmlsec1', () => {
  it.each([
    ['rsa', 'rsa-sha256', `${ENC}sha256`],
    ['rsa', 'rsa-sha384', `${MORE}sha384`],
    ['rsa', 'rsa-sha512', `${ENC}sha512`],
    ['p256', 'ecdsa-sha256', `${ENC}sha256`],
    ['p384', 'ecdsa-sha384', `${MORE}sha384`],
  ] as const)(
    'SA-1 SA-6 with %s %s is verified, with and without a prefix list',
    async (kind, signature, digest) => {
      const key = await testKey(kind);
      for (const prefixes of ['', PREFIXES]) {
        const unsigned = authnRequest({
          attributes: 'xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:default"',
        }).replace(
          '</saml:Issuer>',
          `</saml:Issuer>${template({ signature: MORE + signature, digest, prefixes })}`,
        );
        const parsed = parseXml(xmlsecSigns(unsigned, key));
        if (parsed.kind === 'refused') throw new Error(parsed.reason);
        expect(verifyEnvelopedSignature(parsed.root, { keys: [trusted(key)] })).toMatchObject({
          kind: 'verified',
        });
      }
    },
  );
});

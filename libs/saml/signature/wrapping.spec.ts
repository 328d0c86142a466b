import { beforeAll, describe, expect, it } from 'vitest';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { IDP, SP, authnRequest, signedByOther } from '../test-support/requests.js';
import { artifactResolve } from '../test-support/soap.js';
import { parseXml } from '../xml/parse-xml.js';
import { METADATA_BOUNDS } from '../xml/xml-bounds.js';
import { verifyEnvelopedSignature } from './enveloped-signature.js';

const NAMES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const HEAD = 'Version="2.0" IssueInstant="2026-03-01T10:00:00Z"';

/** One of every message that we take signed; `first` where the signature stands first. */
const MESSAGES: readonly [name: string, xml: string, first?: true][] = [
  ['AuthnRequest', authnRequest()],
  [
    'LogoutRequest',
    `<samlp:LogoutRequest ${NAMES} ID="_logout1" ${HEAD}><saml:Issuer>${SP}</saml:Issuer><saml:NameID>_an</saml:NameID><samlp:SessionIndex>_s1</samlp:SessionIndex></samlp:LogoutRequest>`,
  ],
  [
    'LogoutResponse',
    `<samlp:LogoutResponse ${NAMES} ID="_logout2" ${HEAD} InResponseTo="_x"><saml:Issuer>${SP}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:LogoutResponse>`,
  ],
  ['ArtifactResolve', artifactResolve({ id: '_resolve1' })],
  [
    'ArtifactResponse',
    `<samlp:ArtifactResponse ${NAMES} ID="_artifact1" ${HEAD} InResponseTo="_x"><saml:Issuer>${IDP}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:ArtifactResponse>`,
  ],
  [
    'EntityDescriptor',
    `<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" ID="_metadata1" entityID="${SP}"><md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"/></md:EntityDescriptor>`,
    true,
  ],
];

interface Parts {
  readonly signed: string;
  readonly signature: string;
  /** The message as it was before it was signed. */
  readonly original: string;
  /** The attacker's message, with this behind its first child. */
  readonly evil: (content: string) => string;
}

const into = (signature: string, content: string) =>
  signature.replace('</ds:Signature>', `${content}</ds:Signature>`);

const ATTACKS: readonly [name: string, wrap: (parts: Parts) => string][] = [
  [
    'XSW1 the original inside the signature',
    ({ evil, signature, original }) => evil(into(signature, original)),
  ],
  ['XSW2 the original before the signature', ({ evil, signature, original }) => evil(original + signature)],
  ['XSW3 evil beside the signed', ({ evil, signed }) => evil('') + signed],
  ['XSW3 the signed in a wrapper with evil before', ({ evil, signed }) => `<x>${evil('')}${signed}</x>`],
  ['XSW4 evil around the signed', ({ evil, signed }) => evil(signed)],
  [
    'XSW5 evil keeps the signature, the original behind',
    ({ evil, signature, original }) => evil(signature) + original,
  ],
  ['XSW5 the same within', ({ evil, signature, original }) => evil(signature + original)],
  [
    'XSW6 the original inside the signature of evil, before its value',
    ({ evil, signature, original }) => evil(signature.replace('<ds:SignatureValue', `${original}$&`)),
  ],
  [
    'XSW7 the signed in Extensions of evil',
    ({ evil, signed }) => evil(`<samlp:Extensions ${NAMES}>${signed}</samlp:Extensions>`),
  ],
  [
    'XSW8 the original in an Object of the signature',
    ({ evil, signature, original }) => evil(into(signature, `<ds:Object>${original}</ds:Object>`)),
  ],
  [
    'SX-10 a decoy with the genuine value',
    ({ signed, signature, evil }) =>
      signed.replace(signature, () => into(signature, `<ds:Object>${evil('')}</ds:Object>`) + signature),
  ],
  ['SX-18 no signature', ({ evil }) => evil('')],
  ['the signature of another message', ({ evil, signature }) => evil(signature)],
];

let key: TestKey;
beforeAll(async () => {
  key = await testKey();
});

describe.each(MESSAGES)('SX-9 SX-1 to SX-8 around %s', (name, original, first) => {
  const verdict = (xml: string) => {
    const parsed = parseXml(xml, METADATA_BOUNDS);
    if (parsed.kind === 'refused') return parsed.reason;
    const outcome = verifyEnvelopedSignature(parsed.root, { keys: [trusted(key)] });
    return outcome.kind === 'verified' ? 'verified' : outcome.reason;
  };

  function parts(): Parts {
    const signed = signedByOther(original, key, first ? { first } : {});
    const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(signed)?.[0] ?? '';
    const evil = original.replace(/ ID="[^"]*"/, ' ID="_evil"').replace(SP, 'https://evil.example/');
    // Behind the start tag, where metadata has its signature, or behind the issuer.
    const place = first ? /^<[^>]*>/ : /<\/saml:Issuer>/;
    return {
      signed,
      signature,
      original: signed.replace(signature, ''),
      evil: (content) => evil.replace(place, (found) => found + content),
    };
  }

  it('is verified as it is (control)', () => {
    expect(parts().signed).toContain(`${name} `);
    expect(verdict(parts().signed)).toBe('verified');
  });

  it.each(ATTACKS)('%s', (_, wrap) => {
    expect(verdict(wrap(parts()))).not.toBe('verified');
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { ACS, SP, signedByOther } from '../test-support/requests.js';
import { parseServiceProviderMetadata } from './parse-service-provider.js';
import type { MetadataPolicy } from './read-entity.js';
import { defaultOf } from './service-provider.js';

const NOW = new Date('2026-03-01T10:00:00Z');
const DAY = 86_400_000;
const POST = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';

let key: TestKey;
let other: TestKey;
beforeAll(async () => {
  [key, other] = [await testKey(), await testKey('rsa')];
});

const bare = (certificate: string) => certificate.replace(/-----[^-]*-----/g, '');
const descriptor = (certificate: string, use = '') =>
  `<md:KeyDescriptor ${use}><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${bare(certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor>`;
const consumer = (index: number | string, more = '', location = ACS) =>
  `<md:AssertionConsumerService Binding="${POST}" Location="${location}" index="${index}" ${more}/>`;

interface Parts {
  readonly root?: string;
  readonly role?: string;
  readonly content?: string;
}

function metadata({ root = '', role = '', content = consumer(0) }: Parts = {}): string {
  return `<?xml version="1.0"?><!-- made & kept by hand -->
<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${SP}" ${root}>
  <md:SPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol" ${role}>${content}</md:SPSSODescriptor>
</md:EntityDescriptor>`;
}

function problems(xml: string, policy: MetadataPolicy = { now: NOW }): readonly string[] {
  const outcome = parseServiceProviderMetadata(xml, policy);
  return outcome.kind === 'valid' ? [] : outcome.problems.map(({ reason }) => reason);
}

describe('metadata of a service provider', () => {
  it('is read whole', () => {
    const content = `${descriptor(key.certificate, 'use="signing"')}${descriptor(other.certificate)}
      <md:SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${ACS}/slo" ResponseLocation="${ACS}/slor"/>
      <md:NameIDFormat> urn:oasis:names:tc:SAML:2.0:nameid-format:transient </md:NameIDFormat>
      ${consumer(3)}${consumer(1, 'isDefault="true"', `${ACS}2`)}
      <md:AssertionConsumerService Binding="urn:oasis:names:tc:SAML:2.0:bindings:PAOS" Location="${ACS}/paos" index="9"/>
      <md:AttributeConsumingService index="0"><md:ServiceName xml:lang="nl">x</md:ServiceName>
        <md:RequestedAttribute Name="egovNRN" isRequired="true"/><md:RequestedAttribute Name="mail"/></md:AttributeConsumingService>`;
    const xml = metadata({
      root: 'validUntil="2026-04-01T00:00:00Z"',
      role: 'AuthnRequestsSigned="1"',
      content,
    });
    expect(parseServiceProviderMetadata(xml, { now: NOW })).toEqual({
      kind: 'valid',
      value: {
        entityId: SP,
        validUntil: new Date('2026-04-01T00:00:00Z'),
        authnRequestsSigned: true,
        wantAssertionsSigned: false,
        assertionConsumerServices: [
          { index: 3, binding: POST, location: ACS, isDefault: undefined },
          { index: 1, binding: POST, location: `${ACS}2`, isDefault: true },
        ],
        singleLogoutServices: [
          {
            binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
            location: `${ACS}/slo`,
            responseLocation: `${ACS}/slor`,
          },
        ],
        signingCertificates: [key, other].map(({ certificate }) => bare(certificate).replace(/\s/g, '')),
        encryptionCertificates: [bare(other.certificate).replace(/\s/g, '')],
        encryptionMethods: [],
        nameIdFormats: ['urn:oasis:names:tc:SAML:2.0:nameid-format:transient'],
        attributeConsumingServices: [
          {
            index: 0,
            requestedAttributes: [
              { name: 'egovNRN', isRequired: true },
              { name: 'mail', isRequired: false },
            ],
          },
        ],
      },
    });
  });

  it('SA-11 the default is the marked one, else the first not marked otherwise, else the first', () => {
    const item = (name: string, isDefault?: boolean) => ({ name, isDefault });
    expect(defaultOf([item('a'), item('b', true)])?.name).toBe('b');
    expect(defaultOf([item('a', false), item('b')])?.name).toBe('b');
    expect(defaultOf([item('a', false), item('b', false)])?.name).toBe('a');
  });

  it.each<[string, () => string, string[]]>([
    ['no XML', () => 'hello', ['xml']],
    ['SX-21 document type', () => `<!DOCTYPE a>${metadata()}`, ['xml']],
    ['another document', () => '<a xmlns="urn:a"/>', ['not-an-entity', 'entity-id', 'no-service-provider']],
    [
      'several entities',
      () => metadata().replaceAll('md:EntityDescriptor', 'md:EntitiesDescriptor'),
      ['several-entities'],
    ],
    ['no entityID', () => metadata().replace(`entityID="${SP}"`, ''), ['entity-id']],
    [
      'white space in entityID',
      () => metadata().replace(`entityID="${SP}"`, 'entityID="a b"'),
      ['entity-id'],
    ],
    [
      'another role',
      () => metadata().replaceAll('SPSSODescriptor', 'IDPSSODescriptor'),
      ['no-service-provider'],
    ],
    [
      'another protocol',
      () => metadata().replace('SAML:2.0:protocol', 'SAML:1.1:protocol'),
      ['no-service-provider'],
    ],
    ['no consumer', () => metadata({ content: ' ' }), ['no-assertion-consumer']],
    ['same index twice', () => metadata({ content: consumer(0) + consumer(0) }), ['index']],
    ['no index', () => metadata({ content: consumer('') }), ['index']],
    [
      'OS-2 script as address',
      () => metadata({ content: consumer(0, '', 'javascript:alert(1)') }),
      ['location'],
    ],
    [
      'address with user',
      () => metadata({ content: consumer(0, '', 'https://a@evil.example/') }),
      ['location'],
    ],
    [
      'address with fragment',
      () => metadata({ content: consumer(0, '', 'https://a.example/#b') }),
      ['location'],
    ],
    ['relative address', () => metadata({ content: consumer(0, '', '/acs') }), ['location']],
    [
      'signed requests without a key',
      () => metadata({ role: 'AuthnRequestsSigned="true"' }),
      ['no-signing-certificate'],
    ],
    ['no boolean', () => metadata({ role: 'WantAssertionsSigned="yes"' }), ['boolean']],
    [
      'SX-16 key without certificate',
      () =>
        metadata({
          content:
            '<md:KeyDescriptor><ds:KeyInfo><ds:KeyValue/></ds:KeyInfo></md:KeyDescriptor>' + consumer(0),
        }),
      ['certificate'],
    ],
    ['broken certificate', () => metadata({ content: descriptor('AAAA') + consumer(0) }), ['certificate']],
    ['SM-2 past', () => metadata({ root: 'validUntil="2026-02-01T00:00:00Z"' }), ['expired']],
    ['SM-2 past in the role', () => metadata({ role: 'validUntil="2026-02-01T00:00:00Z"' }), ['expired']],
    ['no time', () => metadata({ root: 'validUntil="soon"' }), ['valid-until']],
    [
      'several at once',
      () => metadata({ role: 'WantAssertionsSigned="x"', content: consumer(0, '', 'x') + consumer(0) }),
      ['boolean', 'location', 'index'],
    ],
  ])('SM-2 %s is said', (_, make, expected) => {
    expect([...problems(make())].toSorted()).toEqual(expected.toSorted());
  });

  it('SM-2 a weak key is said', async () => {
    const weak = await testKey('weak');
    expect(problems(metadata({ content: descriptor(weak.certificate) + consumer(0) }))).toEqual([
      'certificate',
    ]);
  });

  it('SM-6 an expired, self-signed certificate is a key like any other', () => {
    expect(problems(metadata({ content: descriptor(key.certificate) + consumer(0) }))).toEqual([]);
  });
});

describe('SM-2 metadata from an address', () => {
  const policy = (): MetadataPolicy => ({
    now: NOW,
    longestValidity: 30 * DAY,
    signedBy: { keys: [trusted(key)] },
  });

  const signed = (validUntil: string | undefined, by: TestKey) =>
    signedByOther(metadata({ root: `ID="_m" ${validUntil ? `validUntil="${validUntil}"` : ''}` }), by, {
      first: true,
    });

  it('signed by the right key and valid for a while is accepted', () => {
    expect(problems(signed('2026-03-15T00:00:00Z', key), policy())).toEqual([]);
  });

  it.each<[string, () => string, string]>([
    ['without validUntil', () => signed(undefined, key), 'valid-until-missing'],
    ['past', () => signed('2026-02-01T00:00:00Z', key), 'expired'],
    ['too far ahead', () => signed('2027-03-01T00:00:00Z', key), 'valid-too-long'],
    ['signed by another key', () => signed('2026-03-15T00:00:00Z', other), 'signature'],
    ['unsigned', () => metadata({ root: 'validUntil="2026-03-15T00:00:00Z"' }), 'signature'],
    [
      'changed after signing',
      () => signed('2026-03-15T00:00:00Z', key).replace('/acs', '/evil'),
      'signature',
    ],
    [
      'SX-9 wrapped',
      () => {
        const genuine = signed('2026-03-15T00:00:00Z', key).replace(/^[^]*?(?=<md:)/, '');
        const signature = /<ds:Signature[\s\S]*<\/ds:Signature>/.exec(genuine)?.[0] ?? '';
        return metadata({
          root: 'ID="_evil"',
          content: `<md:Extensions>${genuine.replace(signature, '')}</md:Extensions>${consumer(0, '', 'https://evil.example/')}`,
        }).replace('<md:SPSS', `${signature}<md:SPSS`);
      },
      'signature',
    ],
  ])('%s is refused', (_, make, reason) => {
    expect(problems(make(), policy())).toEqual([reason]);
  });
});

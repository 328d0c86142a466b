import { describe, expect, it } from 'vitest';
import { ACS, SP, SSO, authnRequest } from '../test-support/requests.js';
import { parseXml } from '../xml/parse-xml.js';
import { issuerOf, readAuthnRequest } from './read-authn-request.js';

function read(xml: string) {
  const parsed = parseXml(xml);
  return parsed.kind === 'refused' ? parsed : readAuthnRequest(parsed.root);
}

function request(xml: string) {
  const outcome = read(xml);
  if (outcome.kind === 'refused') throw new Error(`${outcome.reason} ${outcome.detail ?? ''}`);
  return outcome.request;
}

const level = (number: number) =>
  `<saml:AuthnContextClassRef>urn:be:fedict:iam:fas:Level${number}</saml:AuthnContextClassRef>`;

describe('an AuthnRequest', () => {
  it('is read whole', () => {
    const children = `
      <saml:Subject><saml:NameID Format="urn:f" SPNameQualifier="sp">someone</saml:NameID></saml:Subject>
      <samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:2.0:nameid-format:transient" SPNameQualifier="${SP}" AllowCreate="1"/>
      <samlp:RequestedAuthnContext Comparison="minimum">${level(450)}${level(400)}</samlp:RequestedAuthnContext>
      <samlp:Scoping ProxyCount="0"><samlp:IDPList><samlp:IDPEntry ProviderID="urn:itsme"/></samlp:IDPList><samlp:RequesterID>urn:r</samlp:RequesterID></samlp:Scoping>`;
    const attributes =
      'ForceAuthn="true" IsPassive="false" ProtocolBinding="urn:b" AttributeConsumingServiceIndex="3" ProviderName="Bank"';
    expect(request(authnRequest({ attributes, children }))).toEqual({
      id: '_request1',
      version: '2.0',
      issueInstant: new Date('2026-03-01T10:00:00Z'),
      issuer: SP,
      destination: SSO,
      acsUrl: ACS,
      protocolBinding: 'urn:b',
      forceAuthn: true,
      isPassive: false,
      attributeConsumingServiceIndex: 3,
      providerName: 'Bank',
      nameIdPolicy: {
        format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
        spNameQualifier: SP,
        allowCreate: true,
      },
      requestedAuthnContext: {
        comparison: 'minimum',
        classReferences: ['urn:be:fedict:iam:fas:Level450', 'urn:be:fedict:iam:fas:Level400'],
        declarationReferences: [],
      },
      subject: { kind: 'name-id', nameId: 'someone', format: 'urn:f', spNameQualifier: 'sp' },
      scoping: { proxyCount: 0, identityProviders: ['urn:itsme'], requesterIds: ['urn:r'] },
    });
  });

  it('SA-17 without a Comparison asks exactly', () => {
    const children = `<samlp:RequestedAuthnContext>${level(400)}</samlp:RequestedAuthnContext>`;
    expect(request(authnRequest({ children })).requestedAuthnContext?.comparison).toBe('exact');
  });

  it('SA-26 Extensions, Conditions and unknown attributes do no harm', () => {
    const children = '<samlp:Extensions><x xmlns="urn:x">y</x></samlp:Extensions><saml:Conditions/>';
    expect(request(authnRequest({ children, attributes: 'Consent="urn:c" foo="bar"' })).issuer).toBe(SP);
  });

  it('SA-21 a subject that we cannot read is not the same as none', () => {
    const children = '<saml:Subject><saml:EncryptedID/></saml:Subject>';
    expect(request(authnRequest({ children })).subject).toEqual({ kind: 'unreadable' });
  });

  it('SA-27 another version is read, so that it can be answered as such', () => {
    expect(request(authnRequest().replace('Version="2.0"', 'Version="3.0"')).version).toBe('3.0');
  });

  it('SX-32 strange characters stay what they are', () => {
    expect(request(authnRequest({ issuer: "']//*[1=1" })).issuer).toBe("']//*[1=1");
  });

  it.each([
    ['SA-13 no IssueInstant', /IssueInstant="[^"]*"/, '', 'issue-instant'],
    ['SA-13 not in UTC', '10:00:00Z', '10:00:00+01:00', 'issue-instant'],
    ['SA-13 without zone', '10:00:00Z', '10:00:00', 'issue-instant'],
    ['SA-13 a day that does not exist', '2026-03-01', '2026-02-30', 'issue-instant'],
    ['SA-27 no ID', / ID="[^"]*"/, '', 'id'],
    ['SA-27 ID that begins with a digit', 'ID="_', 'ID="1', 'id'],
    ['SA-27 no Version', 'Version="2.0"', '', 'version'],
    ['SA-9 no Issuer', /<saml:Issuer>.*<\/saml:Issuer>/, '', 'issuer'],
    ['SA-9 empty Issuer', /<saml:Issuer>.*<\/saml:Issuer>/, '<saml:Issuer> </saml:Issuer>', 'issuer'],
    ['SA-9 element in Issuer', '<saml:Issuer>', '<saml:Issuer><x/>', 'issuer'],
    ['SA-9 two Issuers', /(<saml:Issuer>.*<\/saml:Issuer>)/, '$1$1', 'repeated-element'],
    ['SA-30 LogoutRequest', /samlp:AuthnRequest/g, 'samlp:LogoutRequest', 'not-an-authn-request'],
    [
      'SA-30 other namespace',
      'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol"',
      'xmlns:samlp="urn:x"',
      'not-an-authn-request',
    ],
    ['unknown child', '<saml:Issuer>', '<samlp:Evil/><saml:Issuer>', 'unknown-element'],
    [
      'SX-13 NameIDPolicy of another namespace',
      '<samlp:NameIDPolicy',
      '<saml:NameIDPolicy',
      'unknown-element',
    ],
    ['SA-16 IsPassive that is neither', 'Version', 'IsPassive="yes" Version', 'malformed-value'],
    [
      'SA-11 index that is no index',
      'Version',
      'AssertionConsumerServiceIndex="-1" Version',
      'malformed-value',
    ],
    [
      'SA-22 index out of range',
      'Version',
      'AttributeConsumingServiceIndex="99999" Version',
      'malformed-value',
    ],
    ['SA-20 AllowCreate that is neither', 'AllowCreate="true"', 'AllowCreate="TRUE"', 'malformed-value'],
  ])('%s is refused', (_, found, replacement, reason) => {
    expect(read(authnRequest().replace(found, replacement))).toMatchObject({ kind: 'refused', reason });
  });

  it.each([
    ['no class', '<samlp:RequestedAuthnContext/>'],
    [
      'unknown comparison',
      `<samlp:RequestedAuthnContext Comparison="about">${level(400)}</samlp:RequestedAuthnContext>`,
    ],
    [
      'empty class',
      '<samlp:RequestedAuthnContext><saml:AuthnContextClassRef/></samlp:RequestedAuthnContext>',
    ],
    ['strange child', `<samlp:RequestedAuthnContext>${level(400)}<x/></samlp:RequestedAuthnContext>`],
    [
      'hundreds of classes',
      `<samlp:RequestedAuthnContext>${level(400).repeat(200)}</samlp:RequestedAuthnContext>`,
    ],
  ])('SA-17 RequestedAuthnContext with %s is refused', (_, children) => {
    expect(read(authnRequest({ children }))).toMatchObject({
      reason: 'malformed-value',
      detail: 'requestedAuthnContext',
    });
  });

  it('the issuer of a message is found without believing the rest', () => {
    const parsed = parseXml(authnRequest());
    expect(parsed.kind === 'parsed' && issuerOf(parsed.root)).toBe(SP);
  });
});

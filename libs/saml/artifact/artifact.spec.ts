import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildResponse } from '../response/build-response.js';
import { NAMESPACE, STATUS } from '../saml-names.js';
import { verifyEnvelopedSignature } from '../signature/enveloped-signature.js';
import { openSoap } from '../soap/read-soap.js';
import { soapEnvelope } from '../soap/write-soap.js';
import {
  hasSchemas,
  hasXmlsec,
  schemaComplaints,
  xmlsecVerifies,
} from '../../../test/support/saml-judges.js';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { IDP } from '../test-support/requests.js';
import { successResponse } from '../test-support/responses.js';
import { artifactResolve, signedResolve } from '../test-support/soap.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { childrenNamed } from '../xml/read-element.js';
import { newArtifact, readArtifact, sourceIdOf } from './artifact.js';
import { buildArtifactResponse } from './build-artifact-response.js';
import { artifactIn, readArtifactResolve } from './read-artifact-resolve.js';

let key: TestKey;
beforeAll(async () => {
  key = await testKey();
});

function rootOf(xml: string) {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') throw new Error(parsed.reason);
  return parsed.root;
}

const verdict = (root: ReturnType<typeof rootOf>, parts?: Parameters<typeof verifyEnvelopedSignature>[2]) =>
  verifyEnvelopedSignature(root, { keys: [trusted(key)] }, parts);

describe('SB-1 an artifact', () => {
  it('is of type 4, names us and the endpoint, and holds 20 random octets', () => {
    const { artifact, handle } = newArtifact(IDP);
    const octets = Buffer.from(artifact, 'base64');
    expect(octets.subarray(0, 4).toString('hex')).toBe('00040000');
    expect(octets.subarray(4, 24)).toEqual(createHash('sha1').update(IDP).digest());
    expect(octets.subarray(24).toString('hex')).toBe(handle);
    expect(octets).toHaveLength(44);
    expect(newArtifact(IDP).handle).not.toBe(handle);
    expect(readArtifact(artifact)).toEqual({ endpointIndex: 0, sourceId: sourceIdOf(IDP), handle });
  });

  it.each([
    ['empty', ''],
    ['short', Buffer.from('00040000', 'hex').toString('base64')],
    ['long', Buffer.concat([Buffer.from('0004', 'hex'), Buffer.alloc(43)]).toString('base64')],
    ['of another type', Buffer.concat([Buffer.from('0001', 'hex'), Buffer.alloc(42)]).toString('base64')],
    ['no base64', "']//*[1=1"],
  ])('that is %s is none', (_, text) => expect(readArtifact(text)).toBeUndefined());
});

describe('an ArtifactResolve', () => {
  it('is read from what was signed', () => {
    const issueInstant = new Date('2026-03-01T10:00:00Z');
    const signed = rootOf(signedResolve({ id: '_r1', artifact: 'AAQ=', issueInstant }, key));
    const outcome = verdict(signed);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(readArtifactResolve(outcome.root)).toMatchObject({
      kind: 'read',
      request: { id: '_r1', artifact: 'AAQ=', issueInstant },
    });
  });

  it.each([
    [
      'another message',
      (xml: string) => xml.replaceAll('ArtifactResolve', 'AuthnRequest'),
      'not-an-artifact-resolve',
    ],
    [
      'no artifact',
      (xml: string) => xml.replace(/<samlp:Artifact>.*<\/samlp:Artifact>/, ''),
      'malformed-value',
    ],
    [
      'two artifacts',
      (xml: string) => xml.replace(/(<samlp:Artifact>.*<\/samlp:Artifact>)/, '$1$1'),
      'malformed-value',
    ],
    [
      'an element in the artifact',
      (xml: string) => xml.replace('<samlp:Artifact>', '<samlp:Artifact><a/>'),
      'malformed-value',
    ],
    ['no issuer', (xml: string) => xml.replace(/<saml:Issuer>.*<\/saml:Issuer>/, ''), 'malformed-value'],
    [
      'a moment that is none',
      (xml: string) => xml.replace(/IssueInstant="[^"]*"/, 'IssueInstant="now"'),
      'malformed-value',
    ],
    ['an ID that is none', (xml: string) => xml.replace(/ ID="[^"]*"/, ' ID="1"'), 'malformed-value'],
  ])('with %s is refused', (_, change, reason) => {
    expect(readArtifactResolve(rootOf(change(artifactResolve())))).toMatchObject({ reason });
  });

  it('tells its artifact also when the rest is unreadable', () => {
    expect(artifactIn(rootOf(artifactResolve({ id: '1', artifact: 'x' })))).toBe('x');
  });
});

describe('SB-2 an ArtifactResponse', () => {
  const built = async (message?: string) =>
    buildArtifactResponse(
      {
        issuer: IDP,
        inResponseTo: '_r1',
        issuedAt: new Date(),
        status: { code: STATUS.success },
        ...(message !== undefined && { message }),
      },
      key,
    );

  it('is canonical and signed around the response, whose own signatures stay right', async () => {
    const { xml: response } = await buildResponse(successResponse(), key);
    const xml = await built(response);
    const root = rootOf(xml);
    expect(canonicalise(root)).toBe(xml);
    const [inner] = childrenNamed(root, NAMESPACE.protocol, 'Response');
    if (!inner) throw new Error('no response inside');
    const outcome = verdict(root, [inner]);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(canonicalise(inner)).toBe(response);
    const [assertion] = childrenNamed(inner, NAMESPACE.assertion, 'Assertion');
    expect(assertion && verdict(inner, [assertion]).kind).toBe('verified');
    expect(assertion && verdict(assertion).kind).toBe('verified');
  });

  it('is found unchanged in its envelope', async () => {
    const opened = openSoap(soapEnvelope(await built()));
    expect(opened.kind === 'opened' && verdict(opened.message).kind).toBe('verified');
  });

  it.skipIf(!hasXmlsec)('is verified by xmlsec1, also inside', async () => {
    const xml = await built((await buildResponse(successResponse(), key)).xml);
    expect(xmlsecVerifies(xml, key, 'ArtifactResponse')).toBe(true);
    expect(xmlsecVerifies(xml, key, 'Assertion')).toBe(true);
    expect(xmlsecVerifies(xml.replace('>Van den', '>Van der'), key, 'ArtifactResponse')).toBe(false);
  });

  it.skipIf(!hasSchemas)('SR-1 is valid by the schemas, full and empty, in its envelope', async () => {
    const full = await built((await buildResponse(successResponse(), key)).xml);
    const all = [full, await built(), soapEnvelope(full)];
    expect(all.map(schemaComplaints)).toEqual(['', '', '']);
  });
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BINDING, NAMESPACE, soapEnvelope } from '#libs/saml';
import { SAML_PATHS } from './saml-addresses.js';
import { SpecExchange, fieldsOf } from './test-support/spec-exchange.js';
import {
  signedQuery,
  signedXml,
  specService,
  stockClient,
  type SpecService,
} from './test-support/spec-service.js';

let one: SpecExchange;
let two: SpecExchange;
beforeAll(async () => {
  one = await SpecExchange.start();
  two = await one.elsewhere();
});
afterAll(() => one.fas.close());

/** A service that takes answers by POST and by Artifact at one address. */
async function fetcher(): Promise<SpecService> {
  const service = await specService('https://fetcher.example');
  const consumer = `<md:AssertionConsumerService Binding="${BINDING.artifact}" Location="${service.acs}" index="1"/>`;
  const metadata = service.metadata.replace('<md:AttributeConsumingService', `${consumer}$&`);
  await one.fas.register(metadata);
  return { ...service, metadata };
}

const signingCertificates = async ({ fas }: SpecExchange): Promise<string[]> => {
  const { body } = await fas.app.server.inject({ method: 'GET', url: SAML_PATHS.metadata });
  const found = body.matchAll(/use="signing">.*?<ds:X509Certificate>([^<]+)/gs);
  return [...found].map(([, certificate = '']) => certificate);
};

describe('two processes of one FAS', () => {
  it('SB-5 an artifact that one gave is resolved at the other, and at neither a second time', async () => {
    const service = await fetcher();
    const { cookie } = await one.fas.signIn('totp', 400);
    const attributes = `ProtocolBinding="${BINDING.artifact}"`;
    const { headers } = await one.send({ attributes }, { cookie, signer: service });
    const artifact = new URL(String(headers.location)).searchParams.get('SAMLart') ?? '';
    const resolvedAt = async (where: SpecExchange) => {
      const id = `_${randomBytes(16).toString('hex')}`;
      const xml = `<samlp:ArtifactResolve xmlns:samlp="${NAMESPACE.protocol}" xmlns:saml="${NAMESPACE.assertion}" ID="${id}" Version="2.0" IssueInstant="${new Date().toISOString()}" Destination="${one.at.artifactResolution}"><saml:Issuer>${service.entityId}</saml:Issuer><samlp:Artifact>${artifact}</samlp:Artifact></samlp:ArtifactResolve>`;
      return (await where.soap(soapEnvelope(signedXml(xml, service)))).body.includes('<saml:Assertion ');
    };
    expect(await resolvedAt(two)).toBe(true);
    expect([await resolvedAt(one), await resolvedAt(two)]).toEqual([false, false]);
  });

  it('SA-14 a request that one takes is refused at the other, at the same moment too', async () => {
    const query = signedQuery(one.request(), one.service);
    const replies = await Promise.all([one.get(query), two.get(query)]);
    expect(replies.map(({ statusCode }) => statusCode).toSorted()).toEqual([303, 400]);
    expect((await two.get(query)).statusCode).toBe(400);
  });

  it('SM-3 our key changes while people sign in at both, and no answer fails at a service with the metadata from before', async () => {
    const before = await signingCertificates(one);
    expect(before).toHaveLength(2);
    const idp = {
      entityId: one.at.entityId,
      certificate: before,
      signOn: one.at.singleSignOnRedirect,
    };
    const client = stockClient(one.service, idp);
    const signsInAt = async (where: SpecExchange) => {
      const { cookie } = await one.fas.signIn('totp', 400);
      const address = new URL(await client.getAuthorizeUrlAsync('', undefined, {}));
      const reply = await where.get(address.search.slice(1), cookie);
      const { RelayState: _none, ...posted } = fieldsOf(reply);
      const { profile } = await client.validatePostResponseAsync(posted);
      return profile?.issuer;
    };
    const everywhere = async () => [await signsInAt(one), await signsInAt(two)];
    const rotation = one.fas.services.ring.rotate('saml');
    const traffic = await Promise.all([everywhere(), everywhere(), everywhere(), everywhere()]);
    await rotation;
    const afterwards = await everywhere();
    expect(new Set([...traffic.flat(), ...afterwards])).toEqual(new Set([one.at.entityId]));
    for (const where of [one, two]) {
      // The next one signs now, its successor is announced, and the old one still verifies what is under way.
      await expect.poll(async () => (await signingCertificates(where))[0]).toBe(before[1]);
      const now = await signingCertificates(where);
      expect([now.length, now.includes(before[0] ?? '')]).toEqual([3, true]);
    }
  });
});

import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { minutes } from '#libs/kernel';
import { BINDING, NAMESPACE, STATUS, readArtifact, sourceIdOf, soapEnvelope } from '#libs/saml';
import { SpecExchange, type Reply } from './test-support/spec-exchange.js';
import { signedXml, specService, type RequestParts, type SpecService } from './test-support/spec-service.js';

let my: SpecExchange;
let fetcher: SpecService;
beforeAll(async () => {
  my = await SpecExchange.start();
  fetcher = await withArtifact('https://fetcher.example');
});
afterAll(() => my.fas.close());

/** A service that takes answers by POST at index 0 and by Artifact at index 1, at one address. */
async function withArtifact(base: string): Promise<SpecService> {
  const service = await specService(base);
  const consumer = `<md:AssertionConsumerService Binding="${BINDING.artifact}" Location="${service.acs}" index="1"/>`;
  const metadata = service.metadata.replace('<md:AttributeConsumingService', `${consumer}$&`);
  await my.fas.register(metadata);
  return { ...service, metadata };
}

const WANTED = `ProtocolBinding="${BINDING.artifact}"`;

const codes = (xml: string) =>
  [...xml.matchAll(/<samlp:StatusCode Value="([^"]*)"/g)].map(([, code]) => code);

interface Resolve {
  readonly issuer?: SpecService;
  readonly signer?: SpecService;
  readonly attributes?: string;
  readonly age?: number;
}

function resolveXml(artifact: string, { issuer = fetcher, attributes, age = 0 }: Resolve = {}): string {
  const at = new Date(Date.now() - age).toISOString();
  const destination = attributes ?? `Destination="${my.at.artifactResolution}"`;
  return `<samlp:ArtifactResolve xmlns:samlp="${NAMESPACE.protocol}" xmlns:saml="${NAMESPACE.assertion}" ID="_${randomBytes(16).toString('hex')}" Version="2.0" IssueInstant="${at}" ${destination}><saml:Issuer>${issuer.entityId}</saml:Issuer><samlp:Artifact>${artifact}</samlp:Artifact></samlp:ArtifactResolve>`;
}

const resolve = (artifact: string, parts: Resolve = {}): Promise<Reply> =>
  my.soap(soapEnvelope(signedXml(resolveXml(artifact, parts), parts.signer ?? parts.issuer ?? fetcher)));

async function signedIn(parts: RequestParts = { attributes: WANTED }, relayState = 'my state'): Promise<URL> {
  const { cookie } = await my.fas.signIn('totp', 400);
  const reply = await my.send(parts, { cookie, relayState, signer: fetcher });
  expect([reply.statusCode, reply.headers['cache-control']]).toEqual([303, 'no-store']);
  return new URL(String(reply.headers.location));
}

const artifactOf = (address: URL): string => address.searchParams.get('SAMLart') ?? '';

/** What every refusal has in common: nothing was handed out, and one record says why. */
async function expectNothing(act: () => Promise<Reply>, reason: string): Promise<string> {
  const before = await my.rejections();
  const reply = await act();
  expect(reply.body).not.toContain('Assertion ');
  const now = await my.rejections();
  expect([now.length - before.length, now[0]?.reason]).toEqual([1, reason]);
  return reply.body;
}

describe('an answer by artifact', () => {
  it('SB-1 SA-12 the browser carries a reference of ours to the service, and nothing else', async () => {
    const address = await signedIn();
    expect(address.origin + address.pathname).toBe(fetcher.acs);
    expect([...address.searchParams.keys()]).toEqual(['SAMLart', 'RelayState']);
    expect(address.searchParams.get('RelayState')).toBe('my state');
    const artifact = readArtifact(artifactOf(address));
    expect(artifact).toMatchObject({ endpointIndex: 0, sourceId: sourceIdOf(my.at.entityId) });
    const [row] = await my.fas.database.database.query<{ id: string; message: string }>(
      'select id, message from saml.artifact order by expires_at desc limit 1',
    );
    expect(JSON.stringify(row)).not.toContain(artifact?.handle);
    expect(row?.message).not.toContain('Response');
  });

  it('SA-11 SA-12 by the index of its endpoint, and by the default where that is one', async () => {
    const byIndex = await signedIn({ acs: null, attributes: 'AssertionConsumerServiceIndex="1"' });
    expect(artifactOf(byIndex)).not.toBe('');
    const wanted = await signedIn({ acs: null, attributes: WANTED });
    expect(artifactOf(wanted)).not.toBe('');
  });

  it('SB-2 SB-3 is given once, signed, to the service that signs for it', async () => {
    const artifact = artifactOf(await signedIn({ id: '_asked', attributes: WANTED }));
    const reply = await resolve(artifact);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([200, 'text/xml; charset=utf-8']);
    expect(reply.headers['cache-control']).toContain('no-store');
    expect(codes(reply.body)).toEqual([STATUS.success, STATUS.success]);
    expect(reply.body).toMatch(
      /<samlp:Response Destination="https:\/\/fetcher.example[^>]* InResponseTo="_asked"/,
    );
    expect(reply.body.match(/<ds:Signature /g)).toHaveLength(3);
    expect(codes(await expectNothing(() => resolve(artifact), 'unknown-artifact'))).toEqual([STATUS.success]);
  });

  it('SB-3 is given once, however many ask at the same moment', async () => {
    const artifact = artifactOf(await signedIn());
    const replies = await Promise.all(Array.from({ length: 20 }, () => resolve(artifact)));
    expect(replies.filter(({ body }) => body.includes('<saml:Assertion '))).toHaveLength(1);
    expect(replies.every(({ statusCode }) => statusCode === 200)).toBe(true);
  });

  it('SB-2 an error comes the same way', async () => {
    const parts = { id: '_passive', attributes: `${WANTED} IsPassive="true"` };
    const reply = await my.send(parts, { signer: fetcher });
    const { body } = await resolve(artifactOf(new URL(String(reply.headers.location))));
    expect(codes(body)).toEqual([STATUS.success, STATUS.responder, STATUS.noPassive]);
  });
});

describe('an artifact in wrong hands', () => {
  it.each<[string, string, (artifact: string) => Promise<Reply>]>([
    ['SB-4 of another service', 'other-party', (artifact) => resolve(artifact, { issuer: my.other })],
    [
      'SB-4 of nobody we know',
      'issuer',
      (artifact) => resolve(artifact, { issuer: { ...fetcher, entityId: 'https://nobody.example' } }),
    ],
    ['SB-4 without a signature', 'no-signature', (artifact) => my.soap(soapEnvelope(resolveXml(artifact)))],
    [
      'SB-4 with the signature of another',
      'signature',
      (artifact) => resolve(artifact, { signer: my.other }),
    ],
    [
      'SB-4 for another address',
      'destination',
      (artifact) => resolve(artifact, { attributes: 'Destination="https://evil.example/"' }),
    ],
    ['SB-4 long ago', 'issue-instant', (artifact) => resolve(artifact, { age: minutes(10) })],
    [
      'SX-9 wrapped in a message that is not signed',
      'misplaced-signature',
      (artifact) => {
        const signed = signedXml(resolveXml('AAQA'), fetcher);
        return my.soap(
          soapEnvelope(
            resolveXml(artifact).replace(
              '<samlp:Artifact>',
              `<samlp:Extensions>${signed}</samlp:Extensions>$&`,
            ),
          ),
        );
      },
    ],
    [
      'SX-18 with an emptied signature',
      'malformed-signature',
      (artifact) =>
        my.soap(
          soapEnvelope(
            signedXml(resolveXml(artifact), fetcher).replace(/<SignatureValue>[^<]*/, '<SignatureValue>'),
          ),
        ),
    ],
  ])('%s is refused and burnt', async (_, reason, act) => {
    const artifact = artifactOf(await signedIn());
    await expectNothing(() => act(artifact), reason);
    await expectNothing(() => resolve(artifact), 'unknown-artifact');
  });

  it('SB-5 is empty after a minute', async () => {
    const artifact = artifactOf(await signedIn());
    const [{ left } = { left: 0 }] = await my.fas.database.database.query<{ left: number }>(
      'select extract(epoch from max(expires_at) - now())::float as left from saml.artifact',
    );
    expect(left).toBeLessThanOrEqual(60);
    await my.fas.database.database.query(`update saml.artifact set expires_at = now() - interval '1 second'`);
    await expectNothing(() => resolve(artifact), 'unknown-artifact');
  });

  it('of another identity provider means nothing', async () => {
    const foreign = Buffer.concat([Buffer.from('00040000', 'hex'), Buffer.alloc(40)]).toString('base64');
    await expectNothing(() => resolve(foreign), 'unknown-artifact');
    await expectNothing(() => resolve("']//*[1=1"), 'unknown-artifact');
  });
});

describe('SB-6 what is not SOAP', () => {
  it.each<[string, string, string]>([
    ['nothing', '', 'text/xml'],
    ['a document type', `<!DOCTYPE x>${soapEnvelope('<a/>')}`, 'text/xml'],
    ['a WSDL', '<definitions xmlns="http://schemas.xmlsoap.org/wsdl/"/>', 'text/xml'],
    ['SOAP 1.2', '<E:Envelope xmlns:E="http://www.w3.org/2003/05/soap-envelope"/>', 'application/soap+xml'],
    [
      'MTOM',
      '--x\r\ncontent-type: application/xop+xml\r\n\r\n<a/>\r\n--x--',
      'multipart/related; boundary=x',
    ],
    ['a form', 'SAMLRequest=x', 'application/x-www-form-urlencoded'],
  ])('%s is answered by a fault', async (_, payload, type) => {
    const before = (await my.rejections()).length;
    const reply = await my.soap(payload, type);
    expect([reply.statusCode, reply.headers['content-type']]).toEqual([400, 'text/xml; charset=utf-8']);
    expect(reply.body).toContain('<soap11:Fault>');
    expect((await my.rejections()).length - before).toBe(1);
  });

  it('ten megabytes are turned away unread, another method is 405', async () => {
    expect((await my.soap('<a>'.padEnd(10_000_000))).statusCode).toBe(413);
    const { server } = my.fas.app;
    const url = new URL(my.at.artifactResolution).pathname;
    expect((await server.inject({ method: 'GET', url })).statusCode).toBe(405);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { days } from '#libs/kernel';
import {
  certifiedKey,
  signedMetadata,
  type CertifiedKey,
} from '../../../../../test/support/signed-metadata.js';
import { serviceMetadata } from '../../test-support/service-metadata.js';
import { specSigner, SpecProgram } from '../../test-support/spec-program.js';
import { SpecTown } from '../../test-support/spec-town.js';

const ENTITY = 'https://town.example/saml';

let town: SpecTown;
let robot: SpecProgram;
let signer: CertifiedKey;
let asked = 0;

beforeAll(async () => {
  [town, signer] = await Promise.all([SpecTown.start(), certifiedKey()]);
  robot = await SpecProgram.of(town.admin, await specSigner(town.admin));
});
afterAll(() => town.stop());

const document = (by = signer, validUntil = new Date(Date.now() + days(7))) =>
  signedMetadata({ entityId: ENTITY, keys: [signer], validUntil }, by);
const serve = (text: string) =>
  (town.answer = (response) => {
    asked += 1;
    response.end(text);
  });

const service = () => `/api/v1/services/${town.service}`;
async function connect(fields: Readonly<Record<string, string>>) {
  const { etag } = await robot.call('GET', service());
  const body = { protocol: 'saml', metadataUrl: town.address, metadataSigner: signer.certificate, ...fields };
  return robot.call('PUT', `${service()}/environments/INT`, body, { 'if-match': etag });
}
const errorsOf = ({ body }: { readonly body: Record<string, unknown> }) => body['errors'];

describe('SM-4 metadata from an address that a program gives', () => {
  it.each([
    ['nobody answers', { metadataUrl: 'http://127.0.0.1:1/' }, 'metadataUrl', 'does not answer'],
    [
      'it lies in a private network',
      { metadataUrl: 'https://169.254.169.254/' },
      'metadataUrl',
      'does not answer',
    ],
    [
      'it is another scheme',
      { metadataUrl: 'file:///etc/passwd' },
      'metadataUrl',
      'must be whole addresses, without fragment or password',
    ],
    [
      'it holds a password',
      { metadataUrl: 'https://a:b@town.example/' },
      'metadataUrl',
      'must be whole addresses, without fragment or password',
    ],
    [
      'the certificate is none',
      { metadataSigner: 'secret' },
      'metadataSigner',
      'must be certificates in PEM',
    ],
    ['the certificate is not given', { metadataSigner: '' }, 'metadataSigner', 'must be certificates in PEM'],
  ])('XS-31 is refused at its field: %s', async (_name, fields, field, message) => {
    serve(document());
    const refused = await connect(fields);
    expect([refused.status, errorsOf(refused)]).toEqual([422, [{ field, message }]]);
  });

  it.each([
    [
      'signed by somebody else',
      async () => document(await certifiedKey()),
      'is not signed with the certificate of metadataSigner',
    ],
    [
      'without a signature',
      () => serviceMetadata(ENTITY),
      'is not signed with the certificate of metadataSigner',
    ],
    [
      'expired',
      () => document(signer, new Date(Date.now() - 1_000)),
      'says no end, or one that is past or too far ahead',
    ],
    [
      'valid for too long',
      () => document(signer, new Date(Date.now() + days(99))),
      'says no end, or one that is past or too far ahead',
    ],
  ])('SM-2 a document that is %s is refused', async (_name, made, message) => {
    serve(await made());
    expect(errorsOf(await connect({}))).toEqual([{ field: 'metadataUrl', message }]);
    expect(errorsOf(await connect({ metadata: await made() }))).toEqual([{ field: 'metadataUrl', message }]);
  });

  it('is refused when the address leads elsewhere', async () => {
    town.answer = (response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end();
    expect(errorsOf(await connect({}))).toEqual([{ field: 'metadataUrl', message: 'gives no metadata' }]);
  });

  it('is fetched by nobody who may not write, nor for an older version', async () => {
    serve(document());
    asked = 0;
    const body = { protocol: 'saml', metadataUrl: town.address, metadataSigner: signer.certificate };
    const reader = await SpecProgram.of(town.admin, await specSigner(town.admin), { rights: ['read'] });
    const place = `${service()}/environments/INT`;
    const { status } = await reader.call('PUT', place, body, { 'if-match': '"x"' });
    expect([status, (await robot.call('PUT', place, body, { 'if-match': '"x"' })).status, asked]).toEqual([
      403, 412, 0,
    ]);
  });

  it('is fetched once, answered as it was understood, and followed from then on', async () => {
    serve(document());
    asked = 0;
    const saved = await connect({});
    expect([saved.status, saved.body['outcome'], asked]).toEqual([200, 'saved', 1]);
    expect(saved.body['service']).toMatchObject({
      environments: { INT: { settings: { protocol: 'saml', metadataUrl: town.address } } },
    });
    expect(JSON.stringify(saved.body)).toContain(ENTITY);
    const again = await connect({ metadata: document() });
    expect([again.status, asked]).toEqual([200, 1]);
  });
});

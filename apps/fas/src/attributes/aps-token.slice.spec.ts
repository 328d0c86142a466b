import { createLocalJWKSet, decodeProtectedHeader, jwtVerify, type JSONWebKeySet } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { APS_AUDIENCE, APS_TOKEN_TYPE, type ApsCall } from '#libs/attributes';
import type { FedId } from '#libs/kernel';
import { FieldCipher, MasterKey, SigningKeyRing } from '#libs/security';
import { testDatabase, type TestDatabase } from '#libs/testing';
import { APS_TOKEN_ALGORITHM, apsTokenIssuer } from './aps-token.js';

const ISSUER = 'https://fas.example/fas/oauth2';
const call: ApsCall = {
  subject: 'ab'.repeat(20) as FedId,
  application: '11111111-1111-4111-8111-111111111111',
  journey: 'journey-1',
  purpose: 'sign-in',
};

let db: TestDatabase;
let ring: SigningKeyRing;
beforeAll(async () => {
  db = await testDatabase({ role: 'csam_fas' });
  ring = new SigningKeyRing({
    database: db.database,
    cipher: new FieldCipher(MasterKey.fromSecret(Buffer.alloc(32, 3))),
  });
  await ring.ensure('oidc', APS_TOKEN_ALGORITHM);
});
afterAll(() => db.drop());

const verified = async (token: string) =>
  jwtVerify(token, createLocalJWKSet((await ring.published('oidc')) as JSONWebKeySet), {
    issuer: ISSUER,
    audience: APS_AUDIENCE,
    typ: APS_TOKEN_TYPE,
    algorithms: [APS_TOKEN_ALGORITHM],
  });

describe('the token with which FAS asks APS', () => {
  it('names one person, one application and the sign-in, for a minute, by a published key', async () => {
    const { payload } = await verified(await apsTokenIssuer(ring, ISSUER)(call));
    expect(payload).toMatchObject({
      sub: call.subject,
      client_id: call.application,
      journey: call.journey,
      purpose: 'sign-in',
    });
    expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBe(60);
  });

  it('is another one each time', async () => {
    const issue = apsTokenIssuer(ring, ISSUER);
    const ids = await Promise.all(
      Array.from({ length: 10 }, async () => (await verified(await issue(call))).payload.jti),
    );
    expect(new Set(ids).size).toBe(10);
  });

  it('is signed by the new key after a rotation', async () => {
    const issue = apsTokenIssuer(ring, ISSUER);
    const before = decodeProtectedHeader(await issue(call)).kid;
    await ring.rotate('oidc', APS_TOKEN_ALGORITHM);
    const after = await issue(call);
    expect(decodeProtectedHeader(after).kid).not.toBe(before);
    await verified(after);
  });
});

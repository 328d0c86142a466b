import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AgenciesStore, ApiClientsStore } from '#libs/agencies';
import { AuditReader } from '#libs/audit';
import { days, parseApiClientId } from '#libs/kernel';
import { hashToken } from '#libs/security';
import { OTHER_AGENCY, SPEC_AGENCY, SpecAdmin, specPerson } from '../../test-support/spec-admin.js';
import type { SpecVisitor } from '../../test-support/spec-visitor.js';

const PAGE = `/agencies/${SPEC_AGENCY}/api-clients`;
const lastDay = new Date(Date.now() + days(90)).toISOString().slice(0, 10);
const wish = { name: 'Portal', right: 'write', proof: 'secret', endsOn: lastDay, reason: 'Forty services' };

let admin: SpecAdmin;
let manager: SpecVisitor;
beforeAll(async () => {
  admin = await SpecAdmin.start();
  const name = { nl: 'Dienst', fr: 'Service', de: 'Dienst', en: 'Agency' };
  for (const number of [SPEC_AGENCY, OTHER_AGENCY]) {
    await new AgenciesStore(admin.services.database).ensure({ number, name });
  }
  manager = await admin.signedIn(specPerson('a'), ['agency-manager']);
});
afterAll(() => admin.stop());

const stored = async (page: string) => {
  const parsed = parseApiClientId(/data-api-client[^>]*>([^<]+)</.exec(page)?.[1] ?? '');
  if (parsed.kind === 'invalid') throw new Error('the page names no API client');
  return new ApiClientsStore(admin.services.database).find(parsed.id, new Date());
};

describe('a manager makes an API client', () => {
  it('with a secret that is shown once and kept as a hash, and withdraws it', async () => {
    const made = await manager.submit(PAGE, PAGE, wish);
    expect([made.statusCode, made.headers['cache-control']]).toEqual([200, 'no-store']);
    const secret = /data-secret[^>]*>([^<]+)</.exec(made.body)?.[1]?.trim() ?? '';
    const found = await stored(made.body);
    expect(found).toMatchObject({
      state: 'usable',
      client: { agency: SPEC_AGENCY, name: 'Portal', rights: ['read', 'write'], createdBy: specPerson('a') },
    });
    expect(found?.client.proof).toEqual({ kind: 'secret', hash: hashToken(secret) });
    expect((await manager.get(PAGE)).body).not.toContain(secret);
    const question = `${PAGE}/${found?.client.id}`;
    expect((await manager.submit(question, question, { reason: '' })).statusCode).toBe(422);
    const withdrawn = await manager.submit(question, question, { reason: 'Not used any more' });
    expect([withdrawn.statusCode, withdrawn.headers.location]).toEqual([303, PAGE]);
    expect((await stored(made.body))?.state).toBe('withdrawn');
    expect((await manager.get(PAGE)).body).toContain('data-client-state="withdrawn"');
    expect((await manager.get(question)).statusCode).toBe(404);
    const records = await Promise.all(
      [made, withdrawn].map(({ headers }) =>
        new AuditReader(admin.services.database, admin.services.recordKeys).byReference(
          String(headers['x-request-reference']),
        ),
      ),
    );
    expect(records.flat()).toMatchObject([
      { name: 'ApiClientMade', actor: specPerson('a'), agency: SPEC_AGENCY, data: { proof: 'secret' } },
      { name: 'ApiClientWithdrawn', actor: specPerson('a'), data: { reason: 'Not used any more' } },
    ]);
    expect(JSON.stringify(records)).not.toContain(secret);
  });

  it('with a key of its own, of which only the public half is taken', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwk = (key: typeof publicKey) => JSON.stringify(key.export({ format: 'jwk' }));
    const wrong = await manager.submit(PAGE, PAGE, { ...wish, proof: 'key', jwk: jwk(privateKey) });
    expect([wrong.statusCode, wrong.body.includes('This is the secret half')]).toEqual([422, true]);
    const made = await manager.submit(PAGE, PAGE, { ...wish, proof: 'key', jwk: jwk(publicKey) });
    expect(made.body).not.toContain('data-secret');
    expect((await stored(made.body))?.client.proof).toEqual({
      kind: 'key',
      jwk: publicKey.export({ format: 'jwk' }),
    });
  });

  it('XS-29 for the own agency only; an integrator and an auditor make none', async () => {
    const theirs = `/agencies/${OTHER_AGENCY}/api-clients`;
    expect((await manager.get(theirs)).statusCode).toBe(403);
    expect((await manager.post(theirs, wish)).statusCode).toBe(403);
    for (const [digit, role] of [
      ['1', 'agency-integrator'],
      ['2', 'auditor'],
    ] as const) {
      const visitor = await admin.signedIn(specPerson(digit), [role]);
      expect((await visitor.get(PAGE)).body).not.toContain('<form action="/agencies');
      expect((await visitor.post(PAGE, wish)).statusCode).toBe(403);
    }
    expect(await new ApiClientsStore(admin.services.database).ofAgency(OTHER_AGENCY)).toEqual([]);
  });

  it('and is told at the field what is wrong, with the typed values kept', async () => {
    const { statusCode, body } = await manager.submit(PAGE, PAGE, { ...wish, endsOn: '2020-01-01' });
    expect([statusCode, body.includes('This day is over')]).toEqual([422, true]);
    expect(body).toContain('value="Portal"');
  });
});

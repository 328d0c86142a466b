import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { passkeyRelyingParty } from './relying-party.js';
import { PRESENT, VERIFIED, type Bend } from './test-support/device.js';
import { PARTY, passkeyWorld, type PasskeyWorld } from './test-support/passkey-world.js';

let world: PasskeyWorld;
let lotte: FedId;
beforeAll(async () => {
  world = await passkeyWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  lotte = await world.person();
});

const start = (fedId = lotte) => world.passkeys.startCreation(world.maker(fedId), 'lotte.voorbeeldmans');

async function finish(bend: Bend = {}, fedId = lotte) {
  const device = world.device();
  const form = device.create(await start(fedId), bend);
  return { device, form, outcome: await world.finish(world.maker(fedId), form) };
}

describe('KY-7 making a passkey', () => {
  it('asks for one that verifies its owner and can be found without a user name', async () => {
    const creation = await start();
    expect(creation).toMatchObject({
      rp: { id: 'csam.example' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [],
    });
    expect(creation.pubKeyCredParams.map(({ alg }) => alg)).toEqual([-7, -8, -257]);
    expect(Buffer.from(creation.user.id, 'base64url')).toHaveLength(32);
    expect(JSON.stringify(creation)).not.toContain(lotte);
  });

  it('makes it a key of the person, under the name they gave it', async () => {
    const { outcome } = await finish();
    expect(outcome).toMatchObject({ kind: 'created' });
    expect(await world.list(lotte)).toMatchObject([{ label: 'Phone', state: 'active' }]);
  });

  it('LN-17 lists those that are there, so that no device makes a second one', async () => {
    const { device } = await finish();
    const second = await start();
    expect(second.excludeCredentials).toEqual([{ id: device.credentialId, type: 'public-key' }]);
    expect(second.user.id).toBe(device.userHandle);
  });

  it('LN-17 takes no credential twice, whoever brings it, also at the same moment', async () => {
    const { device } = await finish();
    const other = await world.person();
    for (const fedId of [lotte, other]) {
      const { outcome } = await finish({ credentialId: device.credentialId }, fedId);
      expect(outcome).toEqual({ kind: 'refused', reason: 'duplicate' });
    }
    const credentialId = world.device().credentialId;
    const both = await Promise.all([finish({ credentialId }), finish({ credentialId }, other)]);
    expect(both.map(({ outcome }) => outcome.kind).toSorted()).toEqual(['created', 'refused']);
  });

  it.each([
    ['RS1, with SHA-1', { algorithm: -65_535 }, 'algorithm'],
    ['an algorithm that was not asked', { algorithm: -47 }, 'algorithm'],
    ['the person not verified', { flags: PRESENT }, 'not-verified'],
    ['nobody there', { flags: VERIFIED }, 'not-present'],
    ['impossible backup flags', { flags: PRESENT | VERIFIED | 16 }, 'backup-flags'],
    ['another origin', { origin: 'https://evil.test' }, 'origin'],
    ['the origin of sign-in', { origin: PARTY.provenAt }, 'origin'],
    ['another domain', { rpId: 'evil.test' }, 'domain'],
    ['the other ceremony', { type: 'webauthn.get' }, 'type'],
    ['a challenge of its own', { challenge: 'AAAA' }, 'challenge'],
    [
      'a statement with certificates',
      { statement: { format: 'android-key', content: new Map<string, never>() } },
      'attestation',
    ],
  ])('LN-17 refuses %s', async (_what, bend: Bend, reason) => {
    expect((await finish(bend)).outcome).toEqual({ kind: 'refused', reason });
    expect(await world.list(lotte)).toEqual([]);
    expect(await world.eventsOf(lotte)).toContainEqual({ name: 'PasskeyCreationRefused', data: { reason } });
  });

  it('LN-17 a challenge serves once, for the person and session that asked, and for five minutes', async () => {
    const maker = world.maker(lotte);
    const other = await world.person();
    const form = world.device().create(await world.passkeys.startCreation(maker, 'lotte'));
    const by = (change: object) => world.finish({ ...maker, ...change }, form);
    const late = new Date(maker.now.getTime() + world.tooLate);
    for (const change of [{ binding: 'another' }, { now: late }]) {
      expect(await by(change)).toEqual({ kind: 'refused', reason: 'challenge' });
    }
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => by({})));
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    const theirs = world.device().create(await world.passkeys.startCreation(maker, 'lotte'));
    expect(await world.finish({ ...maker, fedId: other }, theirs)).toMatchObject({
      reason: 'challenge',
    });
  });

  it('a challenge for signing in makes no passkey', async () => {
    const login = world.journey();
    const { challenge } = await world.proofs.ask(login);
    const form = world.device().create({ challenge, user: { id: 'AAAA' } });
    const maker = { ...world.maker(lotte), binding: login.journeyId };
    expect(await world.finish(maker, form)).toMatchObject({ reason: 'challenge' });
  });

  it.each([
    {},
    { credentialId: 'AAAA' },
    { credentialId: 'A', clientDataJSON: 'e30', attestationObject: 'AA' },
  ])('bytes that are no passkey are refused (%#)', async (form) => {
    expect(await world.finish(world.maker(lotte), form)).toMatchObject({
      reason: 'malformed',
    });
  });
});

describe('the domain of passkeys', () => {
  it.each(['csam.example', 'fas.csam.example'])('%s holds for the hosts beneath it', (rpId) => {
    const addresses = { fas: 'https://fas.csam.example/x', sma: 'https://a.fas.csam.example' };
    expect(passkeyRelyingParty(rpId, addresses).provenAt).toBe('https://fas.csam.example');
  });

  it.each(['sam.example', 'other.example', 'csam.example.evil.test'])('%s stops the start', (rpId) => {
    const addresses = { fas: 'https://fas.csam.example', sma: 'https://sma.csam.example' };
    expect(() => passkeyRelyingParty(rpId, addresses)).toThrow(rpId);
  });
});

import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FedId } from '#libs/kernel';
import { BACKED_UP, MAY_BE_BACKED_UP, PRESENT, VERIFIED, type Bend } from './test-support/device.js';
import { PARTY, passkeyWorld, type PasskeyWorld } from './test-support/passkey-world.js';

let world: PasskeyWorld;
let lotte: FedId;
let own: Awaited<ReturnType<PasskeyWorld['make']>>;
beforeAll(async () => {
  world = await passkeyWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  lotte = await world.person();
  own = await world.make(lotte);
});

/** A whole login with this passkey. */
async function prove(bend: Bend = {}, of = own) {
  const login = world.journey();
  const { challenge } = await world.proofs.ask(login);
  return world.proofs.verify(of.device.answer(challenge, bend), login);
}

describe('KY-7 a passkey without a user name', () => {
  it('proves its owner, with the enrolment under which it was made', async () => {
    expect(await prove()).toEqual({ kind: 'right', fedId: lotte, keyId: own.keyId, enrolment: 'eid' });
    const wout = await world.person('lra');
    const his = await world.make(wout, { enrolment: 'lra' });
    expect(await prove({}, his)).toMatchObject({ kind: 'right', fedId: wout, enrolment: 'lra' });
  });

  it('LN-17 is asked with a challenge of 256 bits, user verification and our domain', async () => {
    const request = await world.proofs.ask(world.journey());
    expect(Buffer.from(request.challenge, 'base64url')).toHaveLength(32);
    expect(request).toMatchObject({
      userVerification: 'required',
      rpId: 'csam.example',
      allowCredentials: [],
    });
  });

  it.each([
    ['of another origin', { origin: 'https://fas.csam.example.evil.test' }, 'origin'],
    ['of the origin where passkeys are made', { origin: PARTY.madeAt }, 'origin'],
    ['for another domain', { rpId: 'evil.test' }, 'domain'],
    ['of another ceremony', { type: 'webauthn.create' }, 'type'],
    ['from a frame of somebody else', { crossOrigin: true }, 'cross-origin'],
    ['without the person there', { flags: VERIFIED }, 'not-present'],
    ['without the person verified (LN-16)', { flags: PRESENT }, 'not-verified'],
    ['in a keychain that it may not enter', { flags: PRESENT | VERIFIED | BACKED_UP }, 'backup-flags'],
    [
      'that may enter a keychain all of a sudden',
      { flags: PRESENT | VERIFIED | MAY_BE_BACKED_UP },
      'backup-flags',
    ],
    ['to a challenge of its own', { challenge: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'challenge'],
    ['of nobody', { credentialId: 'AAAAAAAAAAAAAAAAAAAAAA' }, 'unknown'],
    ['for another owner', { userHandle: 'AAAA' }, 'user-handle'],
    ['that does not say whose it is', { userHandle: '' }, 'user-handle'],
    [
      'signed by somebody else',
      { signWith: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey },
      'signature',
    ],
  ])('LN-17 an answer %s is refused', async (_what, bend: Bend, reason) => {
    expect(await prove(bend)).toMatchObject({ kind: 'refused', reason });
    expect(await prove()).toMatchObject({ kind: 'right' });
  });

  it('LN-17 a challenge serves once: of 50 answers at the same moment one counts', async () => {
    const login = world.journey();
    const { challenge } = await world.proofs.ask(login);
    const form = own.device.answer(challenge);
    const outcomes = await Promise.all(Array.from({ length: 50 }, () => world.proofs.verify(form, login)));
    expect(outcomes.filter(({ kind }) => kind === 'right')).toHaveLength(1);
    expect(outcomes.filter((one) => one.kind === 'refused' && one.reason === 'challenge')).toHaveLength(49);
    expect(await world.list(lotte)).toMatchObject([{ state: 'active' }]);
  });

  it('LN-17 a challenge serves its own login only, not after another was made, and for five minutes', async () => {
    const [login, other] = [world.journey(), world.journey()];
    const { challenge } = await world.proofs.ask(login);
    const form = own.device.answer(challenge);
    expect(await world.proofs.verify(form, other)).toMatchObject({ reason: 'challenge' });
    const newer = await world.proofs.ask(login);
    expect(await world.proofs.verify(form, login)).toMatchObject({ reason: 'challenge' });
    const late = { ...login, now: new Date(login.now.getTime() + world.tooLate) };
    expect(await world.proofs.verify(own.device.answer(newer.challenge), late)).toMatchObject({
      reason: 'challenge',
    });
    expect(await world.proofs.verify(own.device.answer(newer.challenge), login)).toMatchObject({
      kind: 'right',
    });
  });

  it.each([
    {},
    { credentialId: 'x' },
    { credentialId: 'AAAA', clientDataJSON: 'AAAA', authenticatorData: 'AAAA', signature: 'AAAA' },
    { credentialId: '"}', clientDataJSON: '<', authenticatorData: '[]', signature: '%' },
    { credentialId: 'A'.repeat(100_000) },
  ])('bytes that are no answer are refused (%#)', async (form) => {
    expect(await world.proofs.verify(form, world.journey())).toEqual({
      kind: 'refused',
      reason: 'malformed',
    });
  });

  it('XS-3 answers from one address are bounded, and a right one does not count', async () => {
    const { address } = world.journey();
    const answer = () => world.proofs.verify({}, { ...world.journey(), address });
    const outcomes = await Promise.all(Array.from({ length: 120 }, answer));
    expect(outcomes.filter(({ kind }) => kind === 'refused')).toHaveLength(100);
    expect(outcomes.filter(({ kind }) => kind === 'locked')).toHaveLength(20);
    expect(await prove()).toMatchObject({ kind: 'right' });
  });
});

describe('LN-17 the counter of a passkey', () => {
  it('that goes back tells of a copy: it is refused, suspended and recorded, and stays so', async () => {
    await prove({ counter: 7 });
    expect(await prove({ counter: 7 })).toEqual({ kind: 'suspended', copied: true, subject: lotte });
    expect(await world.list(lotte)).toMatchObject([{ state: 'suspended', copied: true }]);
    expect(await prove({ counter: 8 })).toEqual({ kind: 'suspended', copied: true, subject: lotte });
    expect(await world.eventsOf(lotte)).toContainEqual({
      name: 'KeySuspended',
      data: { key: 'passkey', keyId: own.keyId, reason: 'copied' },
    });
  });

  it('cannot be sent back by somebody without the key', async () => {
    await prove({ counter: 7 });
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    expect(await prove({ counter: 3, signWith: privateKey })).toMatchObject({ reason: 'signature' });
    expect(await prove({ counter: 8 })).toMatchObject({ kind: 'right' });
  });

  it('of two copies at the same moment one is found out', async () => {
    const logins = [world.journey(), world.journey()];
    const forms = await Promise.all(
      logins.map(async (login) =>
        own.device.answer((await world.proofs.ask(login)).challenge, { counter: 9 }),
      ),
    );
    const outcomes = await Promise.all(
      logins.map((login, at) => world.proofs.verify(forms[at] ?? {}, login)),
    );
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['right', 'suspended']);
  });

  it('that stays zero is that of a device which does not count', async () => {
    const still = await world.make(lotte, { device: world.device(false) });
    expect(await prove({}, still)).toMatchObject({ kind: 'right' });
    expect(await prove({}, still)).toMatchObject({ kind: 'right' });
  });
});

describe('LN-18 a passkey in a keychain', () => {
  it('is taken, noted, and worth no more and no less', async () => {
    const flags = PRESENT | VERIFIED | MAY_BE_BACKED_UP;
    const synced = await world.make(lotte, { bend: { flags } });
    const listed = async () =>
      (await world.list(lotte)).find(({ keyId }) => keyId === synced.keyId)?.backedUp;
    expect(await listed()).toBe(false);
    expect(await prove({ flags: flags | BACKED_UP }, synced)).toMatchObject({
      kind: 'right',
      enrolment: 'eid',
    });
    expect(await listed()).toBe(true);
  });
});

describe('KY-7 a passkey after a user name', () => {
  it('proves its owner, also when the device does not say whose it is', async () => {
    await world.password('lotte.passkey', 'x', lotte);
    const login = world.journey();
    const request = await world.askFor(' Lotte.Passkey ', login);
    expect(request.allowCredentials).toEqual([
      { id: own.device.credentialId, transports: ['internal', 'hybrid'], type: 'public-key' },
    ]);
    const form = own.device.answer(request.challenge, { userHandle: '' });
    expect(await world.proofs.verify(form, login)).toMatchObject({ kind: 'right', fedId: lotte });
  });

  it('XS-1 nobody learns whether a name is known: something is listed, and always the same', async () => {
    const username = `nokey-${lotte.slice(0, 6)}`;
    await world.password(username, 'x');
    for (const name of [username, 'nobody.at.all']) {
      const [one, again] = [await world.askFor(name), await world.askFor(name.toUpperCase())];
      expect(one.allowCredentials).toHaveLength(1);
      expect(again.allowCredentials).toEqual(one.allowCredentials);
      expect(one.allowCredentials[0]?.id).toMatch(/^[\w-]{22,86}$/);
      expect(Object.keys(one)).toEqual(Object.keys(await world.askFor('another.name')));
    }
    const [one, other] = [await world.askFor('nobody.1'), await world.askFor('nobody.2')];
    expect(one.allowCredentials).not.toEqual(other.allowCredentials);
  });

  it('XS-1 a passkey of one’s own opens neither a known name nor one that nobody has', async () => {
    const victim = await world.person();
    const username = `victim-${victim.slice(0, 6)}`;
    await world.password(username, 'x', victim);
    await world.make(victim);
    for (const name of [username, 'nobody.at.all']) {
      const login = world.journey();
      const { challenge } = await world.askFor(name, login);
      expect(await world.proofs.verify(own.device.answer(challenge), login)).toMatchObject({
        kind: 'refused',
        reason: 'other-person',
      });
    }
  });

  it('XS-4 names of people who prove it are not, so that a whole office may sign in from one address', async () => {
    const { address } = world.journey();
    await world.password('lotte.office', 'x', lotte);
    for (let at = 0; at < 110; at += 1) {
      const login = { ...world.journey(), address };
      const { challenge } = await world.askFor('lotte.office', login);
      const form = own.device.answer(challenge);
      expect(await world.proofs.verify(form, login)).toMatchObject({ kind: 'right' });
    }
  });

  it('XS-4 names from one address are bounded', async () => {
    const { address } = world.journey();
    const outcomes = await Promise.all(
      Array.from({ length: 110 }, (_one, at) =>
        world.proofs.askFor(`name-${at}`, { ...world.journey(), address }),
      ),
    );
    expect(outcomes.filter((outcome) => 'kind' in outcome)).toHaveLength(10);
  });
});

describe('a passkey that its owner no longer wants', () => {
  it('LE-3 proves nobody once it is on hold, removed, or its owner is blocked', async () => {
    const second = await world.make(lotte);
    await world.suspend(own.keyId);
    expect(await prove()).toEqual({ kind: 'suspended', copied: false, subject: lotte });
    await world.revoke(own.keyId);
    expect(await prove()).toMatchObject({ kind: 'refused', reason: 'revoked' });
    await world.owner.query("update people.person set state = 'blocked' where fed_id = $1", [lotte]);
    expect(await prove({}, second)).toMatchObject({ kind: 'refused', reason: 'person' });
  });
});

import { describe, expect, it } from 'vitest';
import { decide, defaultLoaPolicy, resolveRequirement, withServices } from '#libs/loa';
import type { OutwardFetch } from '#libs/http';
import { identityIn } from './answer/identity-in.js';
import { Discovery, readMetadata } from './discovery.js';
import { PartnerChannel } from './partner-channel.js';
import { KeysUnavailable, PartnerKeySet } from './partner-key-set.js';
import { isRecognisedOn } from './partner.js';

const issuer = 'https://idp.example/v2';
const document = {
  issuer,
  authorization_endpoint: `${issuer}/authorization`,
  token_endpoint: `${issuer}/token`,
  jwks_uri: `${issuer}/jwks`,
};

const clockAt = () => {
  const clock = { time: new Date('2026-03-02T10:00:00Z'), now: () => clock.time };
  const later = (milliseconds: number) => (clock.time = new Date(clock.time.getTime() + milliseconds));
  return { clock, later };
};

const channelWith = (fetch: OutwardFetch) =>
  new PartnerChannel({ origin: 'https://idp.example', timeout: 100, clock: clockAt().clock, fetch });

const json = (body: unknown, headers: Record<string, string> = {}) => ({
  status: 200,
  headers: new Headers(headers),
  body: Buffer.from(JSON.stringify(body)),
});

describe('the metadata of a service', () => {
  it('holds for the very issuer that was asked', () => {
    expect(readMetadata(document, issuer).kind).toBe('found');
    expect(readMetadata({ ...document, issuer: `${issuer}/` }, issuer)).toEqual({
      kind: 'unavailable',
      reason: 'metadata-of-another-issuer',
    });
  });

  it.each(['http://169.254.169.254/token', 'https://other.example/token', 'file:///etc/passwd', 7])(
    'SM-4 leads nowhere else: %s',
    (address) => {
      expect(readMetadata({ ...document, token_endpoint: address }, issuer)).toEqual({
        kind: 'unavailable',
        reason: 'metadata-incomplete',
      });
    },
  );

  it('is read again after an hour, and by a probe', async () => {
    let asked = 0;
    const { clock, later } = clockAt();
    const channel = channelWith(async () => ((asked += 1), json(document)));
    const discovery = new Discovery(issuer, channel, clock);
    await discovery.metadata();
    await discovery.metadata();
    expect(asked).toBe(1);
    await discovery.probe(100);
    later(3_600_001);
    await discovery.metadata();
    expect(asked).toBe(3);
  });
});

describe('the road to a service', () => {
  it('is closed for a while when the service keeps failing, and never leads elsewhere', async () => {
    let asked = 0;
    const channel = channelWith(async () => {
      asked += 1;
      throw new Error('no connection');
    });
    const address = 'https://idp.example/v2/token';
    for (let attempt = 0; attempt < 6; attempt += 1) await channel.ask({ address });
    expect(asked).toBe(3);
    expect(channel.isClosed).toBe(true);
    expect(await channel.ask({ address })).toEqual({ kind: 'unreachable', reason: 'circuit-open' });
    const other = channelWith(async () => json({}));
    expect(await other.ask({ address: 'https://attacker.example/' })).toEqual({
      kind: 'unreachable',
      reason: 'foreign-address',
    });
  });

  it('a refusal is an answer; a failure of the server is none', async () => {
    const statuses = [400, 503];
    const channel = channelWith(async () => ({ ...json({}), status: statuses.shift() ?? 0 }));
    const address = 'https://idp.example/v2/token';
    expect(await channel.ask({ address })).toMatchObject({ kind: 'answered', status: 400 });
    expect(await channel.ask({ address })).toEqual({ kind: 'unreachable', reason: 'status-503' });
  });
});

describe('KY-2 the keys of a service', () => {
  const key = (kid: string) => ({ kty: 'RSA', kid, use: 'sig', alg: 'RS256', n: 'sXch', e: 'AQAB' });
  const header = (kid: string) => ({ alg: 'RS256', kid });
  const token = { payload: '', signature: '' };

  function keySet(published: () => unknown, headers: Record<string, string> = {}) {
    const { clock, later } = clockAt();
    const count = { asked: 0 };
    const set = new PartnerKeySet(async () => {
      count.asked += 1;
      const keys = published();
      return keys === undefined
        ? { kind: 'unreachable', reason: 'network' }
        : { kind: 'answered', ...json({ keys }, headers) };
    }, clock);
    return { find: (kid: string) => set.find(header(kid), token), later, count };
  }

  it('are read once more for a key that is not among them, and no more however many such answers come', async () => {
    let keys = [key('old')];
    const { find, count, later } = keySet(() => keys);
    await find('old');
    keys = [key('old'), key('new')];
    await find('new');
    expect(count.asked).toBe(2);
    const strangers = Array.from({ length: 20 }, (_, index) => find(`stranger-${index}`));
    expect((await Promise.allSettled(strangers)).every(({ status }) => status === 'rejected')).toBe(true);
    expect(count.asked).toBe(2);
    later(5_001);
    await expect(find('stranger')).rejects.toThrow();
    expect(count.asked).toBe(3);
  });

  it('are kept for as long as the service says, within bounds, and longer while it cannot be asked', async () => {
    let keys: unknown = [key('one')];
    const { find, count, later } = keySet(() => keys, { 'cache-control': 'public, max-age=600' });
    await find('one');
    later(599_000);
    await find('one');
    expect(count.asked).toBe(1);
    later(2_000);
    keys = undefined;
    await find('one');
    expect(count.asked).toBe(2);
    later(25 * 3_600_000);
    await expect(find('one')).rejects.toThrow(KeysUnavailable);
  });

  it('never include one that is there to encrypt to', async () => {
    const { find } = keySet(() => [{ ...key('enc'), use: 'enc' }]);
    await expect(find('enc')).rejects.toThrow();
  });
});

describe('LE-13 a recognition', () => {
  const now = new Date('2026-03-02T10:00:00Z');

  it.each([
    [{}, true],
    [{ recognisedFrom: '2026-03-02', recognisedUntil: '2026-03-02' }, true],
    [{ recognisedFrom: '2026-03-03' }, false],
    [{ recognisedUntil: '2026-03-01' }, false],
  ])('%j covers a day: %s', (row, covers) => {
    expect(isRecognisedOn(row, now)).toBe(covers);
  });

  it('caps the level, and never lifts it above that of config/loa.yaml', () => {
    const level = (key: 'itsme' | `service-${string}`, recognised: 400 | 450 | 500) =>
      withServices(defaultLoaPolicy, [{ key, level: recognised, rank: 3.5, amr: 'x' }]).keys[key]?.levels;
    expect(level('itsme', 400)).toEqual([400]);
    expect(level('itsme', 500)).toEqual([450]);
    expect(level('service-other', 400)).toEqual([400]);
  });

  it('that ended takes its proofs along', () => {
    const events = [{ key: 'service-gone' as const, level: 400 as const, at: now.toISOString() }];
    const resolved = resolveRequirement({
      classReferences: [],
      comparison: 'minimum',
      applicationMinimum: 200,
      applicationContexts: ['citizen'],
    });
    if (resolved.kind !== 'resolved') throw new Error('no requirement');
    const { requirement } = resolved;
    const application = { keys: ['password', 'service-gone'] as const };
    expect(
      decide({ policy: defaultLoaPolicy, requirement, application, events, now, force: false }).kind,
    ).toBe('choose');
  });

  it('binds a person by number, and takes no other class than the one asked', () => {
    const row = { acr: 'urn:high', numberClaim: 'number' };
    const claims = { sub: 'reference', acr: 'urn:high', number: '90021499801' };
    expect(identityIn(claims, row, now)).toMatchObject({
      kind: 'identified',
      identity: { number: '90021499801', register: 'national', reference: 'reference' },
    });
    expect(identityIn({ ...claims, acr: 'urn:low' }, row, now)).toMatchObject({ problem: 'level-too-low' });
    expect(identityIn({ ...claims, number: 90_021_499_801 }, row, now)).toMatchObject({
      problem: 'no-number',
    });
    expect(identityIn({ ...claims, number: '90021499800' }, row, now)).toMatchObject({ reason: 'invalid' });
  });
});

import { describe, expect, it } from 'vitest';
import {
  KEY_KINDS,
  decide,
  defaultLoaPolicy as policy,
  levelClass,
  type AuthenticationEvent,
  type DecisionInput,
  type KeyKind,
  type Level,
} from './index.js';
import { requirementFor } from './requirement.fixtures.js';

const now = new Date('2026-03-01T12:00:00Z');
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1_000);
const proven = (key: KeyKind, level: Level, seconds = 600): AuthenticationEvent => ({
  key,
  level,
  at: ago(seconds).toISOString(),
});
const atLeast = (level: Level) => requirementFor({ classReferences: [levelClass(level, 'citizen')] });
const decideWith = (input: Partial<DecisionInput>) =>
  decide({
    policy,
    requirement: atLeast(400),
    application: { keys: KEY_KINDS },
    events: [],
    now,
    force: false,
    ...input,
  });
const offered = (decision: ReturnType<typeof decide>) =>
  decision.kind === 'satisfied'
    ? []
    : decision.offers.filter(({ available }) => available).map(({ key }) => key);

describe('a session', () => {
  it('that is strong enough satisfies, with what was really proven', () => {
    const eid = proven('eid', 500);
    expect(decideWith({ events: [eid] })).toEqual({
      kind: 'satisfied',
      event: eid,
      level: 500,
      classReference: 'urn:be:fedict:iam:fas:citizen:Level500',
      amr: ['eid', 'urn:be:fedict:iam:fas:Level500'],
    });
  });

  it('at level 200 is asked only for the code when level 400 is needed', () => {
    const decision = decideWith({ events: [proven('password', 200)] });
    expect(decision).toMatchObject({ kind: 'step-up', from: 200, to: 400, passwordProven: true });
    expect(offered(decision)).toEqual(['eid', 'itsme', 'eidas', 'passkey', 'totp', 'sms']);
  });

  it('made with a key that has no password in it is asked for the whole key', () => {
    const decision = decideWith({ events: [proven('itsme', 450)], requirement: atLeast(500) });
    expect(decision).toMatchObject({ kind: 'step-up', from: 450, to: 500, passwordProven: false });
  });

  it('answers with its strongest proof, and of equals with the newest', () => {
    const older = proven('sms', 400, 900);
    const newer = proven('totp', 400, 300);
    expect(decideWith({ events: [older, proven('password', 200), newer] })).toMatchObject({ event: newer });
    const eid = proven('eid', 500, 2_000);
    expect(decideWith({ events: [older, eid, newer] })).toMatchObject({ event: eid });
  });

  it('claims no more than its key can give, whatever was stored', () => {
    expect(decideWith({ events: [proven('password', 500)] })).toMatchObject({ kind: 'step-up', from: 200 });
    const decision = decideWith({ events: [proven('totp', 500)] });
    expect(decision).toMatchObject({ kind: 'satisfied', level: 400, amr: ['totp', levelClass(400)] });
  });

  it('of a key given by self-registration stays at 100', () => {
    expect(decideWith({ events: [proven('totp', 100)] })).toMatchObject({ kind: 'step-up', from: 100 });
  });

  it('with an exact class asked is too strong by the eID and right by an earlier weaker proof', () => {
    const requirement = requirementFor({ comparison: 'exact', classReferences: [levelClass(400)] });
    const eid = proven('eid', 500);
    expect(decideWith({ requirement, events: [eid] })).toMatchObject({
      kind: 'choose',
      reason: 'other-key-needed',
    });
    const totp = proven('totp', 400);
    expect(decideWith({ requirement, events: [eid, totp] })).toMatchObject({ event: totp });
  });

  it('by a key that this service does not take offers those it takes', () => {
    const decision = decideWith({ events: [proven('passkey', 400)], application: { keys: ['eid', 'totp'] } });
    expect(decision).toMatchObject({ kind: 'choose', reason: 'other-key-needed' });
    expect(offered(decision)).toEqual(['eid', 'totp']);
  });

  it('names the first class of an exact list that it fits', () => {
    const requirement = requirementFor({
      comparison: 'exact',
      classReferences: [levelClass(300), levelClass(500)],
    });
    const events = [proven('eid', 500), proven('token', 300)];
    expect(decideWith({ requirement, events })).toMatchObject({ classReference: levelClass(300) });
  });

  it('is not called a step up when only a weaker key is offered', () => {
    const requirement = requirementFor({
      comparison: 'exact',
      classReferences: [levelClass(200), levelClass(500)],
    });
    const application = { keys: ['password'] as const };
    expect(decideWith({ requirement, application, events: [proven('totp', 400)] })).toMatchObject({
      kind: 'choose',
      reason: 'other-key-needed',
    });
  });
});

describe('freshness', () => {
  const events = [proven('eid', 500)];
  it.each<[string, Partial<DecisionInput>, string]>([
    ['nothing proven', { events: [] }, 'no-session'],
    ['a forced sign-in', { events, force: true }, 'fresh-sign-in-asked'],
    [
      'a forced sign-in in a journey begun after',
      { events, force: true, forcedSince: ago(60) },
      'fresh-sign-in-asked',
    ],
    ['a proof older than allowed', { events, maxAgeSeconds: 599 }, 'too-old'],
    ['max_age=0', { events, maxAgeSeconds: 0 }, 'too-old'],
    ['a proof without a moment', { events: [{ key: 'eid', level: 500, at: 'soon' }] }, 'no-session'],
    ['a proof from the future', { events: [proven('eid', 500, -3_600)] }, 'no-session'],
  ])('%s asks for a choice: %j', (_, input, reason) => {
    expect(decideWith(input)).toMatchObject({ kind: 'choose', reason, passwordProven: false });
  });

  it.each<[string, Partial<DecisionInput>]>([
    ['a proof as old as allowed', { events, maxAgeSeconds: 600 }],
    ['a forced sign-in proven since the journey began', { events, force: true, forcedSince: ago(600) }],
    ['a tiny max_age proven since the journey began', { events, maxAgeSeconds: 1, forcedSince: ago(700) }],
    ['a clock a second ahead', { events: [proven('eid', 500, -1)], maxAgeSeconds: 1 }],
  ])('%s satisfies', (_, input) => {
    expect(decideWith(input).kind).toBe('satisfied');
  });

  it('forgets the older password too', () => {
    const stale = [proven('password', 200)];
    expect(decideWith({ events: stale, force: true, forcedSince: ago(60) })).toMatchObject({
      kind: 'choose',
      passwordProven: false,
    });
    const fresh = [...stale, proven('password', 200, 10)];
    expect(decideWith({ events: fresh, force: true, forcedSince: ago(60) })).toMatchObject({
      kind: 'step-up',
      passwordProven: true,
    });
  });
});

describe('no way', () => {
  it('is told apart from an outage', () => {
    const application = { keys: ['itsme', 'password'] as const };
    expect(decideWith({ application, requirement: atLeast(500) })).toMatchObject({
      kind: 'impossible',
      reason: 'no-key-fits',
    });
    expect(decideWith({ application, outOfService: ['itsme'] })).toMatchObject({
      kind: 'impossible',
      reason: 'out-of-service',
    });
  });

  it('is no matter for who is signed in already', () => {
    const decision = decideWith({ events: [proven('itsme', 450)], outOfService: KEY_KINDS });
    expect(decision.kind).toBe('satisfied');
  });
});

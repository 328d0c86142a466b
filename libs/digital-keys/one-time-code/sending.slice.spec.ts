import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, minutes, seconds } from '#libs/kernel';
import type { NextPage, ProveOutcome } from '../prove.js';
import { codeWorld, PASSWORD, type CodeWorld, type Guest } from './test-support/code-world.js';

let world: CodeWorld;
let journeys = 0;

beforeAll(async () => {
  world = await codeWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.posts.sms.state = 'open';
  world.posts.sms.outcome = { kind: 'accepted' };
  world.later(hours(25));
});

const newJourney = () => `journey-${++journeys}`;
const ask = (who: Guest, { journey = newJourney(), address = '203.0.113.7', on = world.sms } = {}) =>
  on.prove(world.situation(journey, { firstFactor: who.firstFactor, form: { resend: '1' }, address }));
const giveCredentials = (who: Guest, journey = newJourney(), on = world.sms) =>
  on.prove(world.situation(journey, { form: { username: who.username, password: PASSWORD } }));
const reasonOf = (outcome: ProveOutcome | NextPage) => ('reason' in outcome ? outcome.reason : outcome.kind);
const sentNow = () => world.posts.sms.posted.length;

describe('XS-6 codes are capped', () => {
  it('per person: two in ten seconds, twenty in a day, over all logins', async () => {
    const guest = await world.withPhone();
    const before = sentNow();
    const burst = [await ask(guest), await ask(guest), await ask(guest)];
    expect(burst.map(reasonOf)).toEqual(['code-sent', 'code-sent', 'too-many-codes-sms-person-burst']);
    for (let time = 0; time < 30; time += 1) {
      world.later(seconds(40));
      await ask(guest);
    }
    expect(sentNow()).toBe(before + 20);
    const refused = await ask(guest);
    expect(world.pageOf(refused)).toContain('Too many codes were asked for');
    expect(world.pageOf(refused)).toContain('24 hours');
    world.later(hours(25));
    expect((await ask(guest)).kind).toBe('code-sent');
  });

  it('per number, also when it is that of many accounts', async () => {
    const before = sentNow();
    for (let account = 0; account < 24; account += 1) {
      await ask(await world.withPhone('+32470999999'));
      world.later(seconds(20));
    }
    expect(sentNow()).toBe(before + 20);
  });

  it('per prefix, however many numbers there are; another prefix goes on', async () => {
    const before = sentNow();
    for (let number = 0; number < 45; number += 1) {
      await ask(await world.withPhone(`+3161${String(1_000_000 + number)}`), { address: world.address() });
    }
    expect(sentNow()).toBe(before + 40);
    expect((await ask(await world.withPhone())).kind).toBe('code-sent');
  });

  it('per network address, and what was refused costs its person nothing', async () => {
    const address = world.address();
    const before = sentNow();
    await world.owner.query(`update digital_keys.send_count set sent = 199 where purpose = 'sms-address'`);
    const guest = await world.withPhone();
    await ask(await world.withPhone(), { address });
    await world.owner.query(`update digital_keys.send_count set sent = 200 where purpose = 'sms-address'`);
    for (let time = 0; time < 3; time += 1) {
      expect(reasonOf(await ask(guest, { address }))).toBe('too-many-codes-sms-address');
    }
    expect((await ask(guest, { address: world.address() })).kind).toBe('code-sent');
    expect(sentNow()).toBe(before + 2);
  });

  it('at the same moment, on two servers', async () => {
    const guest = await world.withPhone();
    const before = sentNow();
    await Promise.all(
      Array.from({ length: 30 }, (_, place) =>
        ask(guest, { on: place % 2 === 0 ? world.sms : world.elsewhere.sms }),
      ),
    );
    expect(sentNow()).toBe(before + 2);
  });

  it('and a capped one keeps the password that was just proven, for another key', async () => {
    const guest = await world.withPhone();
    await ask(guest);
    await ask(guest);
    expect(await giveCredentials(guest)).toMatchObject({ kind: 'locked', firstFactor: guest.firstFactor });
  });
});

describe('XS-1 whoever has nowhere to get codes', () => {
  it.each([
    ['has no telephone and no key', {}],
    ['has a telephone but no key', { phone: '+32470111111' }],
    ['has the key but no telephone', { keys: ['sms'] as const }],
    ['has a number that is charged extra (XS-6)', { phone: '+3290212345', keys: ['sms'] as const }],
    ['has a number abroad that nobody allowed (XS-6)', { phone: '+79161234567', keys: ['sms'] as const }],
  ])('because he %s sees the same and gets nothing', async (_why, has) => {
    const guest = await world.person(has);
    const journey = newJourney();
    expect(await giveCredentials(guest, journey)).toEqual({
      kind: 'code-sent',
      firstFactor: guest.firstFactor,
    });
    expect(world.posts.sms.posted.at(-1)?.content).toEqual({});
    const page = await world.shown(world.sms, journey, guest.firstFactor);
    const somebody = await world.withPhone();
    const other = newJourney();
    await giveCredentials(somebody, other);
    const same = (html: string) => html.replaceAll(/\+\d+ 4?•[• ]*\d\d/g, 'number');
    expect(same(page)).toBe(same(await world.shown(world.sms, other, somebody.firstFactor)));
    for (let guess = 0; guess < 3; guess += 1) {
      const form = { code: `00000${guess}` };
      const outcome = await world.sms.prove(
        world.situation(journey, { firstFactor: guest.firstFactor, form }),
      );
      expect(outcome.kind).toBe('wrong');
    }
    expect(await world.shown(world.sms, journey, guest.firstFactor)).toContain('wrong too often');
  });

  it('is shown the same number each time', async () => {
    const guest = await world.person();
    const [one, two] = [
      await world.shown(world.sms, 'x', guest.firstFactor),
      await world.shown(world.sms, 'y', guest.firstFactor),
    ];
    expect(one).toBe(two);
  });
});

describe('when the message cannot be sent', () => {
  it.each(['closed', 'full', 'unreachable'] as const)(
    'since the channel is %s, the page says so, offers other keys, and nothing is counted',
    async (state) => {
      const guest = await world.withPhone();
      const before = sentNow();
      world.posts.sms.state = state;
      const outcome = await giveCredentials(guest);
      expect(outcome).toMatchObject({
        kind: 'unavailable',
        reason: state,
        firstFactor: guest.firstFactor,
      });
      expect(world.pageOf(outcome)).toContain('The SMS centre is down');
      expect(world.pageOf(outcome)).toContain('Choose another key');
      expect(sentNow()).toBe(before);
      world.posts.sms.state = 'open';
      expect((await giveCredentials(guest)).kind).toBe('code-sent');
    },
  );

  it('since the first attempt failed, says the same; a code that comes after all is taken', async () => {
    const guest = await world.withPhone();
    const journey = newJourney();
    world.posts.sms.outcome = { kind: 'unavailable', reason: 'failed' };
    expect(world.pageOf(await giveCredentials(guest, journey))).toContain('The SMS centre is down');
    const page = await world.shown(world.sms, journey, guest.firstFactor);
    expect(page).toContain('The text message is late');
    const form = { code: world.lastCode() };
    const situation = world.situation(journey, { firstFactor: guest.firstFactor, form });
    expect((await world.sms.prove(situation)).kind).toBe('proven');
  });

  it('in time, the page says that it is late and offers other keys', async () => {
    const guest = await world.withPhone();
    const journey = newJourney();
    world.posts.sms.outcome = { kind: 'under-way' };
    expect((await giveCredentials(guest, journey)).kind).toBe('code-sent');
    const page = await world.shown(world.sms, journey, guest.firstFactor);
    expect(page).toContain('The text message is late');
    expect(page).toContain('name="code"');
  });

  it('XS-8 LN-12 since the SIM card was changed lately, says so and offers other keys', async () => {
    const guest = await world.withPhone();
    world.posts.sms.outcome = { kind: 'refused', reason: 'sim-changed' };
    const outcome = await giveCredentials(guest);
    expect(reasonOf(outcome)).toBe('sim-changed');
    expect(world.pageOf(outcome)).toContain('Your SIM card was replaced lately');
  });

  it('since the number does not exist, shows the usual page', async () => {
    const guest = await world.withPhone();
    world.posts.sms.outcome = { kind: 'refused', reason: 'recipient' };
    expect((await giveCredentials(guest)).kind).toBe('code-sent');
  });
});

describe('the record', () => {
  it('has each request with what came of it, and no code, number or mailbox', async () => {
    const guest = await world.withPhone('+32470222222');
    const journey = newJourney();
    await ask(guest, { journey });
    await ask(guest, { journey });
    await ask(await world.person(), { journey: newJourney() });
    const rows = await world.owner.query<{ data: Record<string, unknown>; row: string }>(
      `select data, e::text as row from audit.event e where name = 'SecurityCodeAsked' order by id desc limit 3`,
    );
    expect(rows.map(({ data }) => data.outcome).toReversed()).toEqual(['sent', 'too-soon', 'sent-to-nobody']);
    expect(rows.map(({ row }) => row).join()).not.toContain('470222222');
    expect(rows.map(({ row }) => row).join()).not.toContain(world.lastCode() || 'none');
  });
});

describe('a code by mail', () => {
  it('goes to the verified first mailbox in the language of the person, and proves the key', async () => {
    const guest = await world.person({ mail: 'lotte@people.example', keys: ['email'] });
    const journey = newJourney();
    expect((await giveCredentials(guest, journey, world.email)).kind).toBe('code-sent');
    const content = world.posts.mail.posted.at(-1)?.content;
    expect(content).toMatchObject({ to: 'lotte@people.example', language: 'fr', data: { minutes: 10 } });
    expect(await world.shown(world.email, journey, guest.firstFactor)).toContain('l•••e@p•••.example');
    const form = { code: content?.data?.code };
    const situation = world.situation(journey, { firstFactor: guest.firstFactor, form });
    // The same code opens no other way: it is bound to its channel.
    expect(reasonOf(await world.sms.prove(situation))).toBe('code-none');
    expect((await world.email.prove(situation)).kind).toBe('proven');
  });

  it('goes to no mailbox that is not verified, or not the first', async () => {
    const guest = await world.person({ keys: ['email'] });
    const mailbox = (value: string, primary: boolean, verified: boolean) =>
      world.people.addContact(guest.fedId, { kind: 'mail', value, primary, verified });
    await mailbox('second@people.example', false, true);
    await mailbox('first@people.example', true, false);
    await giveCredentials(guest, newJourney(), world.email);
    expect(world.posts.mail.posted.at(-1)?.content).toEqual({});
    world.later(minutes(1));
  });
});

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { hours, minutes, seconds } from '#libs/kernel';
import type { NextPage, ProveOutcome } from '../prove.js';
import { codeWorld, PASSWORD, type CodeWorld, type Guest } from './test-support/code-world.js';

let world: CodeWorld;
let journeys = 0;
let journey: string;
let guest: Guest;

beforeAll(async () => {
  world = await codeWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  journey = `journey-${++journeys}`;
  guest = await world.withPhone();
});

const giveCredentials = (who = guest, on = world.sms, id = journey) =>
  on.prove(world.situation(id, { form: { username: who.username, password: PASSWORD } }));
const ask = (who = guest, id = journey, address = '203.0.113.7') =>
  world.sms.prove(
    world.situation(id, { firstFactor: who.firstFactor, form: { resend: '1', code: '' }, address }),
  );
const type = (code: string, who = guest, id = journey, on = world.sms) =>
  on.prove(world.situation(id, { firstFactor: who.firstFactor, form: { code } }));
const wrongCode = (right = world.lastCode()) => (right === '000000' ? '000001' : '000000');
const reasonOf = (outcome: ProveOutcome | NextPage) => ('reason' in outcome ? outcome.reason : outcome.kind);

describe('the form with the password', () => {
  it('sends a code and keeps what it proved; the next page asks for the code and sends nothing', async () => {
    const before = world.posts.sms.posted.length;
    expect(await giveCredentials()).toEqual({ kind: 'code-sent', firstFactor: guest.firstFactor });
    const message = world.posts.sms.posted.at(-1);
    expect(message).toMatchObject({ agency: '0671516647', application: expect.any(String) as string });
    expect(message?.content.text).toMatch(
      /^\d{6} est votre code CSAM pour Mijn Proefdossier\.[^\n]*\n@fas\.example #\d{6}$/,
    );
    const page = await world.shown(world.sms, journey, guest.firstFactor);
    expect(page).toContain('name="code"');
    expect(page).toContain(`+32 4•• •• •• ${message?.content.to?.slice(-2)}`);
    expect(page).not.toContain(message?.content.to ?? 'none');
    expect(world.posts.sms.posted).toHaveLength(before + 1);
  });

  it('sends nothing when the password is wrong', async () => {
    const before = world.posts.sms.posted.length;
    const form = { username: guest.username, password: 'not this one' };
    expect((await world.sms.prove(world.situation(journey, { form }))).kind).toBe('wrong');
    expect(world.posts.sms.posted).toHaveLength(before);
  });

  it('sent twice in a moment sends one code, and both lead to the page that asks for it', async () => {
    const before = world.posts.sms.posted.length;
    const both = await Promise.all([giveCredentials(), giveCredentials(guest, world.elsewhere.sms)]);
    expect(both.map(({ kind }) => kind)).toEqual(['code-sent', 'code-sent']);
    expect(world.posts.sms.posted).toHaveLength(before + 1);
    expect((await type(world.lastCode())).kind).toBe('proven');
  });
});

describe('after a step-up', () => {
  it('showing the page sends nothing: a button does', async () => {
    const before = world.posts.sms.posted.length;
    const page = await world.shown(world.sms, journey, guest.firstFactor);
    expect(page).toContain('name="resend"');
    expect(page).not.toContain('name="code"');
    expect(world.posts.sms.posted).toHaveLength(before);
    expect((await ask()).kind).toBe('code-sent');
    expect((await type(world.lastCode())).kind).toBe('proven');
  });

  it('a guess before anything was sent is offered a code', async () => {
    const outcome = await type('123456');
    expect(reasonOf(outcome)).toBe('code-none');
    expect(world.pageOf(outcome)).toContain('name="resend"');
  });
});

describe('a code', () => {
  it('proves the key with the enrolment it was given under, and counts once (LN-9)', async () => {
    await ask();
    const code = world.lastCode();
    const [key] = (await world.keys.ofPerson(guest.fedId)).filter(({ kind }) => kind === 'sms');
    expect(await type(` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({
      kind: 'proven',
      fedId: guest.fedId,
      keyId: key?.id,
      enrolment: 'eid',
    });
    expect(reasonOf(await type(code))).toBe('code-used');
  });

  it('counts once when it comes from two servers at the same moment', async () => {
    await ask();
    const code = world.lastCode();
    const outcomes = await Promise.all([type(code), type(code, guest, journey, world.elsewhere.sms)]);
    expect(outcomes.filter(({ kind }) => kind === 'proven')).toHaveLength(1);
  });

  it('LN-9 is taken after 9:59', async () => {
    await ask();
    world.later(minutes(10) - seconds(1));
    expect((await type(world.lastCode())).kind).toBe('proven');
  });

  it('LN-9 is not taken after 10:01; the page offers a new one', async () => {
    await ask();
    world.later(minutes(10) + seconds(1));
    const outcome = await type(world.lastCode());
    expect(reasonOf(outcome)).toBe('code-expired');
    expect(world.pageOf(outcome)).toContain('no longer valid');
    await ask();
    expect((await type(world.lastCode())).kind).toBe('proven');
  });

  it('LN-9 of one login opens no other, of the same person', async () => {
    await ask(guest, 'journey-a');
    const codeOfA = world.lastCode();
    world.later(seconds(11));
    await ask(guest, 'journey-b');
    if (codeOfA !== world.lastCode()) {
      expect((await type(codeOfA, guest, 'journey-b')).kind).toBe('wrong');
    }
    expect((await type(codeOfA, guest, 'journey-a')).kind).toBe('proven');
  });

  it('of somebody else in the same login opens nothing', async () => {
    await ask();
    const other = await world.withPhone();
    expect(reasonOf(await type(world.lastCode(), other))).toBe('code-none');
  });

  it('opens nothing once the key or the person is no longer active (XS-21)', async () => {
    await ask();
    const [key] = (await world.keys.ofPerson(guest.fedId)).filter(({ kind }) => kind === 'sms');
    await world.keys.setState(key?.id ?? '', 'suspended');
    expect((await type(world.lastCode())).kind).toBe('wrong');
  });

  it('stands in no column in clear, and its hash is of no use elsewhere', async () => {
    await ask();
    const code = world.lastCode();
    const rows = await world.owner.query<{ row: string; code_hash: string }>(
      `select c::text as row, code_hash from digital_keys.one_time_code c where journey = $1`,
      [journey],
    );
    expect(rows[0]?.code_hash).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]?.row.replace(rows[0].code_hash, '')).not.toContain(`,${code},`);
    const counts = await world.owner.query<{ row: string }>(
      'select c::text as row from digital_keys.send_count c',
    );
    const text = counts.map(({ row }) => row).join('\n');
    expect(text).not.toContain('+32');
    expect(text).not.toContain(guest.fedId);
    expect(text).not.toContain('203.0.113');
  });
});

describe('guessing', () => {
  it('XS-5 of fifty different codes at the same moment, on two servers, three are compared', async () => {
    await ask();
    const right = world.lastCode();
    const guesses = Array.from({ length: 50 }, (_, guess) => String(guess).padStart(6, '0'))
      .filter((code) => code !== right)
      .map((code, place) => type(code, guest, journey, place % 2 === 0 ? world.sms : world.elsewhere.sms));
    const outcomes = await Promise.all(guesses);
    expect(outcomes.filter((outcome) => reasonOf(outcome) === 'code-wrong')).toHaveLength(3);
    const [row] = await world.owner.query<{ failures: number }>(
      'select failures from digital_keys.one_time_code where journey = $1',
      [journey],
    );
    expect(row?.failures).toBe(3);
    expect((await type(right)).kind).not.toBe('proven');
  });

  it('ends after three wrong codes: the right one opens nothing any more, and the page says what to do', async () => {
    await ask();
    const right = world.lastCode();
    await type(wrongCode());
    await type(wrongCode());
    expect(world.pageOf(await type(wrongCode()))).toContain('The code was wrong too often');
    expect(reasonOf(await type(right))).toBe('code-spent');
    expect(await world.shown(world.sms, journey, guest.firstFactor)).not.toContain('name="code"');
  });

  it('LN-8 a new code does not reset the count, and another login in between neither', async () => {
    await ask();
    await type(wrongCode());
    await type(wrongCode());
    world.later(seconds(31));
    await ask();
    expect((await type(wrongCode())).kind).toBe('wrong');
    world.later(seconds(31));
    expect(reasonOf(await ask())).toBe('code-over');
    expect(reasonOf(await type(world.lastCode()))).toBe('code-spent');
  });

  it('XS-4 over several logins waits ever longer, and the person keeps the other keys', async () => {
    for (let login = 0; login < 2; login += 1) {
      const id = `${journey}-${login}`;
      await ask(guest, id);
      for (let guess = 0; guess < 3; guess += 1) await type(wrongCode(), guest, id);
      world.later(seconds(31));
    }
    await ask();
    const outcome = await type(world.lastCode());
    expect(outcome.kind).toBe('locked');
    expect(world.pageOf(outcome)).toContain('Choose another key');
    expect((await giveCredentials(guest, world.sms, `${journey}-again`)).kind).toBe('code-sent');
    world.later(hours(1));
    await ask(guest, `${journey}-later`);
    expect((await type(world.lastCode(), guest, `${journey}-later`)).kind).toBe('proven');
  });

  it('what cannot be a code is told so and does not count', async () => {
    await ask();
    for (const typed of ['', '12345', 'abcdef', '1234567']) {
      expect(reasonOf(await type(typed))).toBe(typed === '' ? 'code-missing' : 'code-malformed');
    }
    expect((await type(world.lastCode())).kind).toBe('proven');
  });
});

describe('a new code', () => {
  it('KY-4 replaces the one before: only the newest opens', async () => {
    await ask();
    const first = world.lastCode();
    world.later(seconds(30));
    expect((await ask()).kind).toBe('code-sent');
    const second = world.lastCode();
    if (first !== second) expect((await type(first)).kind).toBe('wrong');
    expect((await type(second)).kind).toBe('proven');
  });

  it('is refused within half a minute, with the wait, and the code before still opens', async () => {
    await ask();
    world.later(seconds(12));
    const outcome = await ask();
    expect(outcome.kind).toBe('locked');
    expect(world.pageOf(outcome)).toContain('18 seconds');
    expect((await type(world.lastCode())).kind).toBe('proven');
  });

  it('XS-6 is sent three times in one login, and no thirty', async () => {
    const before = world.posts.sms.posted.length;
    for (let time = 0; time < 30; time += 1) {
      await ask();
      world.later(seconds(31));
    }
    expect(world.posts.sms.posted).toHaveLength(before + 4);
    expect(reasonOf(await ask())).toBe('code-over');
    expect(await world.shown(world.sms, journey, guest.firstFactor)).not.toContain('name="resend"');
  });

  it('XS-6 asked fifty times at the same moment is sent once', async () => {
    const before = world.posts.sms.posted.length;
    await Promise.all(Array.from({ length: 50 }, () => ask()));
    expect(world.posts.sms.posted).toHaveLength(before + 1);
  });
});

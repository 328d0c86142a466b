import { describe, expect, it } from 'vitest';
import { defaultLoaPolicy as policy, type KeyKind } from '#libs/loa';
import type { OwnContact } from '#libs/people';
import { contactLevel, mustStay, restsFirst } from './contact-rules.js';

const held = (...kinds: KeyKind[]) =>
  kinds.map((kind) => ({ kind, state: 'active' as const, enrolment: 'eid' as const }));
const contact = (id: string, kind: OwnContact['kind'], verified = true): OwnContact => ({
  id,
  kind,
  value: 'x',
  primary: true,
  verified,
  usableFrom: new Date(0),
});

describe('LN-13: contact data change at the level of the account', () => {
  it.each([
    [200, held()],
    [200, held('password')],
    [300, held('password', 'token')],
    [400, held('password', 'token', 'sms')],
    [200, held('eid')],
  ])('%i', (level, keys) => {
    expect(contactLevel(keys, policy)).toBe(level);
  });
});

it('XS-7: a new number rests unless the card or the app confirms it', () => {
  expect(restsFirst('phone', 400)).toBe(true);
  expect(restsFirst('phone', 450)).toBe(false);
  expect(restsFirst('mail', 200)).toBe(false);
});

describe('a contact stays', () => {
  const mail = contact('m', 'mail');
  const phone = contact('p', 'phone');

  it.each([
    ['last-mail', mail, [mail, phone], held('password')],
    ['email-key', mail, [mail], held('password', 'email')],
    ['sms-key', phone, [mail, phone], held('password', 'sms')],
    [undefined, mail, [mail, contact('n', 'mail')], held('password')],
    ['last-mail', mail, [mail, contact('n', 'mail', false)], held('password')],
    [undefined, phone, [phone], held('password')],
    [undefined, mail, [mail], held('eid')],
  ] as const)('%s', (reason, one, all, keys) => {
    expect(mustStay(one, all, keys)).toBe(reason);
  });
});

import { expect, it } from 'vitest';
import { saysUnknownReceiver } from './unknown-receiver.js';

it.each([
  '550 5.1.1 No such user here',
  '550-5.1.1 The account does not exist\n550 5.1.1 Goodbye',
  '551 User not local',
  '553 5.1.3 Bad address',
  '550 5.2.1 Mailbox disabled',
  '550 No such user',
])('%j is about the address', (reply) => {
  expect(saysUnknownReceiver(reply)).toBe(true);
});

it.each([
  '550 5.7.1 Relaying denied',
  '552 5.2.2 Mailbox full',
  '554 Refused by policy',
  '450 4.2.1 Greylisted',
  '503 Bad sequence of commands',
  '',
])('%j says nothing about the address', (reply) => {
  expect(saysUnknownReceiver(reply)).toBe(false);
});

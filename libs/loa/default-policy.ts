import { parseLoaPolicy } from './parse-policy.js';
import type { LoaPolicy } from './policy.js';

/** The same as config/loa.yaml, for what runs without configuration; a test holds the two together. */
export const defaultLoaData = {
  keys: {
    eid: { rank: 1, levels: [500], amr: 'eid', factors: ['possession', 'knowledge'], hardwareBound: true },
    itsme: { rank: 2, levels: [450], amr: 'bmid', factors: ['possession', 'knowledge'], hardwareBound: true },
    eidas: {
      rank: 3,
      levels: [500, 400, 200],
      amr: 'eidas',
      factors: ['possession', 'knowledge'],
      hardwareBound: true,
    },
    passkey: { rank: 4, levels: [400], amr: 'passkey', factors: ['possession', 'inherence'] },
    totp: {
      rank: 5,
      levels: [400],
      amr: 'totp',
      factors: ['knowledge', 'possession'],
      builtOn: 'password',
    },
    sms: { rank: 6, levels: [400], amr: 'sms', factors: ['knowledge', 'possession'], builtOn: 'password' },
    certificate: {
      rank: 7,
      levels: [350],
      amr: 'certificate',
      factors: ['knowledge', 'possession'],
      builtOn: 'password',
    },
    token: {
      rank: 8,
      levels: [300],
      amr: 'token',
      factors: ['knowledge', 'possession'],
      builtOn: 'password',
    },
    email: {
      rank: 9,
      levels: [300],
      amr: 'email',
      factors: ['knowledge', 'possession'],
      builtOn: 'password',
    },
    password: { rank: 10, levels: [200], amr: 'password', factors: ['knowledge'] },
    selfreg: { rank: 11, levels: [100], amr: 'selfreg', factors: ['knowledge'], contexts: ['citizen'] },
  },
  eidas: {
    100: 'none',
    200: 'low',
    300: 'substantial',
    350: 'substantial',
    400: 'substantial',
    450: 'high',
    500: 'high',
  },
  enrolment: {
    eid: {},
    itsme: {},
    lra: { cap: 400 },
    self: { cap: 100, contexts: ['citizen'] },
  },
  methodClasses: { eid: 'eid', bmid: 'itsme', token: 'token' },
};

function required(data: unknown): LoaPolicy {
  const outcome = parseLoaPolicy(data);
  if (outcome.kind === 'invalid') throw new Error(outcome.problems.join('; '));
  return outcome.policy;
}

export const defaultLoaPolicy: LoaPolicy = required(defaultLoaData);

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { defaultLoaData } from './default-policy.js';
import {
  ENROLMENTS,
  KEY_KINDS,
  LEVELS,
  contextFloor,
  creditedLevel,
  defaultLoaPolicy as policy,
  eidasOf,
  keyLevel,
  levelWord,
  parseLoaPolicy,
  rankedKeys,
} from './index.js';

it('the built-in policy is the one of config/loa.yaml', () => {
  const file = readFileSync(new URL('../../config/loa.yaml', import.meta.url), 'utf8');
  expect(parseLoaPolicy(parse(file))).toEqual({ kind: 'valid', policy });
});

it.each([
  ['eid', 500, 'high', 'eid'],
  ['itsme', 450, 'high', 'bmid'],
  ['passkey', 400, 'substantial', 'passkey'],
  ['totp', 400, 'substantial', 'totp'],
  ['sms', 400, 'substantial', 'sms'],
  ['certificate', 350, 'substantial', 'certificate'],
  ['token', 300, 'substantial', 'token'],
  ['email', 300, 'substantial', 'email'],
  ['password', 200, 'low', 'password'],
  ['selfreg', 100, 'none', 'selfreg'],
] as const)('%s gives level %i, %s, told as %s', (key, level, eidas, amr) => {
  expect(keyLevel(policy, key, 'eid')).toBe(level);
  expect(eidasOf(level)).toBe(eidas);
  expect(policy.keys[key].amr).toBe(amr);
});

it('keys are shown eID first and the self-registered profile last', () => {
  expect(rankedKeys(policy).map(({ key }) => key)).toEqual(KEY_KINDS);
});

it.each([
  [500, 500],
  [450, 400],
  [400, 400],
  [350, 200],
  [100, 100],
  [undefined, 200],
] as const)('SX-30 a foreign means asserted at %s gives level %i', (asserted, level) => {
  expect(keyLevel(policy, 'eidas', 'eid', asserted)).toBe(level);
});

it('LE-1 substantial asks two kinds of factors, high protection against copying as well', () => {
  for (const { levels, factors, hardwareBound } of rankedKeys(policy)) {
    const assurance = levels.map((level) => eidasOf(level, policy));
    if (assurance.includes('high')) expect(hardwareBound).toBe(true);
    if (assurance.some((one) => one === 'high' || one === 'substantial')) {
      expect(new Set(factors).size).toBeGreaterThanOrEqual(2);
    }
  }
  expect(eidasOf(policy.keys.password.levels[0], policy)).toBe('low');
});

describe('enrolment', () => {
  it.each([
    ['totp', 'lra', 400],
    ['eid', 'lra', 400],
    ['password', 'lra', 200],
    ['totp', 'self', 100],
    ['itsme', 'itsme', 450],
  ] as const)('%s given through %s earns %i', (key, enrolment, level) => {
    expect(keyLevel(policy, key, enrolment)).toBe(level);
  });

  it('caps every key', () => {
    for (const key of KEY_KINDS) {
      for (const enrolment of ENROLMENTS) {
        expect(keyLevel(policy, key, enrolment, 500)).toBeLessThanOrEqual(policy.enrolment[enrolment].cap);
      }
    }
  });

  it('by oneself stays out of the enterprise context', () => {
    expect(contextFloor(policy, 'citizen')).toBe(100);
    expect(contextFloor(policy, 'enterprise')).toBe(200);
  });
});

it('an event is never credited above what was stored or what its key can give', () => {
  fc.assert(
    fc.property(fc.constantFrom(...KEY_KINDS), fc.constantFrom(...LEVELS), (key, level) => {
      const credited = creditedLevel(policy, { key, level });
      expect(credited).toBeLessThanOrEqual(level);
      expect(credited).toBeLessThanOrEqual(policy.keys[key].levels[0]);
    }),
  );
  expect(creditedLevel(policy, { key: 'eidas', level: 450 })).toBe(400);
});

it.each([
  [100, 'basic'],
  [200, 'low'],
  [300, 'substantial'],
  [500, 'high'],
] as const)('level %i is called %s on a page', (level, word) => {
  expect(levelWord(level)).toBe(word);
});

describe('a policy is refused', () => {
  const { keys, eidas, enrolment } = defaultLoaData;
  it.each([
    ['nothing', undefined, 'loa: fields expected'],
    ['an unknown field', { ...defaultLoaData, extra: 1 }, 'loa.extra: not known'],
    ['a key missing', { ...defaultLoaData, keys: { ...keys, sms: undefined } }, 'keys.sms: fields expected'],
    [
      'a level that does not exist',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, levels: [401] } } },
      'keys.sms.levels[0]: one of 100, 200, 300, 350, 400, 450, 500 expected',
    ],
    [
      'two keys in one place',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, rank: 5 } } },
      'keys.sms.rank: also the rank of totp',
    ],
    [
      'a password alone above low',
      { ...defaultLoaData, keys: { ...keys, password: { ...keys.password, levels: [300] } } },
      'keys.password: substantial asks two factors of different kinds',
    ],
    [
      'a code by SMS at high',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, levels: [450] } } },
      'keys.sms: high asks protection against copying and tampering',
    ],
    [
      'the same factor twice',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, factors: ['knowledge', 'knowledge'] } } },
      'keys.sms.factors: a value is there twice',
    ],
    [
      'the weakest level first',
      { ...defaultLoaData, keys: { ...keys, eidas: { ...keys.eidas, levels: [200, 400, 500] } } },
      'keys.eidas.levels: strongest first',
    ],
    [
      'a rank of zero',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, rank: 0 } } },
      'keys.sms.rank: a whole number from 1 expected',
    ],
    [
      'a flag in words',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, hardwareBound: 'yes' } } },
      'keys.sms.hardwareBound: true or false expected',
    ],
    [
      'no code for the relying party',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, amr: '' } } },
      'keys.sms.amr: text expected',
    ],
    [
      'no factors',
      { ...defaultLoaData, keys: { ...keys, sms: { ...keys.sms, factors: [] } } },
      'keys.sms.factors: a list expected',
    ],
    [
      'assurance that falls as levels rise',
      { ...defaultLoaData, eidas: { ...eidas, 500: 'low' } },
      'eidas.500: lower than that of level 450',
    ],
    [
      'a context closed to people whose level has no cap',
      { ...defaultLoaData, enrolment: { ...enrolment, self: { contexts: ['citizen'] } } },
      'enrolment: without a cap the context enterprise cannot be refused',
    ],
  ])('with %s', (_, data, problem) => {
    const outcome = parseLoaPolicy(data);
    expect(outcome.kind === 'invalid' ? outcome.problems : []).toContain(problem);
  });

  it('never by throwing', () => {
    fc.assert(
      fc.property(fc.anything(), (data) => {
        expect(parseLoaPolicy(data).kind).toBe('invalid');
      }),
    );
  });
});

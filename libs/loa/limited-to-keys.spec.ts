import { describe, expect, it } from 'vitest';
import { limitedToKeys, meets, weakestMeeting, type Requirement } from './requirement.js';

const anything: Requirement = {
  context: 'citizen',
  comparison: 'minimum',
  classReferences: [],
  minimum: 200,
  alternatives: [{ from: 200, to: 500, keys: null, prefix: null, answer: null }],
};

describe('a requirement that some keys only may meet', () => {
  it('is met by those and by no other', () => {
    const limited = limitedToKeys(anything, ['itsme']);
    if (limited === undefined) throw new Error('nothing left');
    expect(meets(limited, { key: 'itsme', level: 450 }).kind).toBe('met');
    expect(meets(limited, { key: 'eid', level: 500 })).toEqual({ kind: 'not-met', reason: 'other-key' });
  });

  it('keeps to the keys that were asked before, and is impossible without any of them', () => {
    const [one] = anything.alternatives;
    if (one === undefined) throw new Error('no alternative');
    const eidOnly = { ...anything, alternatives: [{ ...one, keys: ['eid'] as const }, one] };
    expect(limitedToKeys(eidOnly, ['itsme', 'eid'])?.alternatives.map(({ keys }) => keys)).toEqual([
      ['eid'],
      ['itsme', 'eid'],
    ]);
    expect(limitedToKeys(eidOnly, ['itsme'])?.alternatives).toHaveLength(1);
    expect(
      limitedToKeys({ ...eidOnly, alternatives: eidOnly.alternatives.slice(0, 1) }, ['itsme']),
    ).toBeUndefined();
  });
});

it('SX-30 the weakest level that is enough is the one asked, not the floor of the service', () => {
  const [one] = anything.alternatives;
  if (one === undefined) throw new Error('no alternative');
  const asked = { ...anything, alternatives: [{ ...one, from: 400 as const }] };
  expect(weakestMeeting(anything, 'eidas')).toBe(200);
  expect(weakestMeeting(asked, 'eidas')).toBe(400);
  expect(weakestMeeting({ ...asked, alternatives: [{ ...one, keys: ['eid'] }] }, 'eidas')).toBeUndefined();
});

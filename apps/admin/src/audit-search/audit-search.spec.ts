import { expect, it } from 'vitest';
import { Typed } from '../frame/form/typed.js';
import { readAuditSearch, usualDays } from './audit-search.js';

const now = new Date('2026-03-09T11:00:00Z');
const good = { ...usualDays(now), ground: 'court-order', reason: 'Order 2026/123 of the court of Ghent' };
const read = (fields: Record<string, string>) => readAuditSearch(Typed.of({ ...good, ...fields }), now);

it('searches the last thirty days when nothing else is asked', () => {
  expect(read({})).toEqual({
    kind: 'valid',
    wanted: {
      criteria: { from: new Date('2026-02-06T23:00:00Z'), until: new Date('2026-03-09T23:00:00Z') },
      of: '',
      ground: 'court-order',
      reason: good.reason,
    },
  });
});

it('narrows by kind, and by a reference in all the time that is kept', () => {
  expect(read({ kind: 'keys', reference: '7k3f9qxm' })).toMatchObject({
    wanted: {
      criteria: {
        from: new Date(0),
        until: now,
        reference: '7K3F-9QXM',
        names: ['KeyProven', 'KeyRefused', 'SecurityCodeAsked'],
      },
    },
  });
});

it.each([
  [{ reason: '' }, 'reason', 'reasonMissing'],
  [{ reason: 'about 74.02.10-996.78' }, 'reason', 'reasonIdentity'],
  [{ ground: 'curiosity' }, 'ground', 'groundMissing'],
  [{ reference: 'x' }, 'reference', 'referenceWrong'],
  [{ from: '2026-02-30' }, 'from', 'fromWrong'],
  [{ until: '2020-01-01' }, 'until', 'orderWrong'],
])('%j: nothing is searched', (fields, field, problem) => {
  const outcome = read(fields);
  expect(outcome.kind === 'invalid' && outcome.problems.at(field)).toBe(problem);
});

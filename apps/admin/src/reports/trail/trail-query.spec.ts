import { expect, it } from 'vitest';
import { readTrail, trailParameters } from './trail-query.js';

const now = new Date('2026-03-09T11:00:00Z');
const read = (asked: unknown) => readTrail(asked, now);

it('shows the last week when nothing is asked, whole Belgian days', () => {
  expect(read({})).toMatchObject({
    kind: 'valid',
    query: { from: '2026-03-02', until: '2026-03-09', kind: '', reference: '' },
    search: { from: new Date('2026-03-01T23:00:00Z'), until: new Date('2026-03-09T23:00:00Z') },
  });
});

it('a day in which the clock changes is whole as well', () => {
  expect(read({ from: '2026-03-29', until: '2026-03-29' })).toMatchObject({
    search: { from: new Date('2026-03-28T23:00:00Z'), until: new Date('2026-03-29T22:00:00Z') },
  });
  expect(read({ from: '2026-10-25', until: '2026-10-25' })).toMatchObject({
    search: { from: new Date('2026-10-24T22:00:00Z'), until: new Date('2026-10-25T23:00:00Z') },
  });
});

it('the oldest come first when that is asked, also further on', () => {
  const outcome = read({ order: 'up' });
  expect(outcome).toMatchObject({ search: { oldestFirst: true } });
  expect(trailParameters(outcome.query)).toContain('order=up');
  expect(read({ order: 'sideways' }).query.oldestFirst).toBeUndefined();
});

it('a reference is found however it is typed, whenever it was', () => {
  expect(read({ reference: ' 7k3f 9qxm ' })).toMatchObject({
    kind: 'valid',
    search: { reference: '7K3F-9QXM', from: new Date(0), until: now },
  });
});

it.each([
  [{ reference: '<b>' }, { reference: 'referenceWrong' }],
  [{ from: '2026-02-30' }, { from: 'fromWrong' }],
  [{ until: 'tomorrow' }, { until: 'untilWrong' }],
  [{ from: '2026-03-09', until: '2026-03-08' }, { until: 'orderWrong' }],
])('%j is told at its field, and kept', (asked, problems) => {
  const outcome = read(asked);
  expect(outcome).toMatchObject({ kind: 'invalid', problems, query: asked });
});

it('what no form sends is left out', () => {
  expect(read({ kind: 'toString', before: '1_x' })).toMatchObject({ kind: 'valid', query: { kind: '' } });
  expect(read(null).kind).toBe('valid');
});

it('goes further back by the last one that was seen', () => {
  const last = {
    occurredAt: new Date('2026-03-08T10:00:00.123Z'),
    id: '0198a1b2-0000-7000-8000-000000000000',
  };
  const { query } = read({ kind: 'failures' });
  const again = read(Object.fromEntries(new URLSearchParams(trailParameters(query, last))));
  expect(again).toMatchObject({ kind: 'valid', search: { before: last }, query: { kind: 'failures' } });
});

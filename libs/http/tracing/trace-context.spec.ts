import { expect, it } from 'vitest';
import { placeUnder, traceparentOf } from './trace-context.js';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';

it('work of a caller who traces stands under its span, and follows its decision', () => {
  const place = placeUnder(`00-${TRACE}-${PARENT}-01`, 0);
  expect(place).toMatchObject({ traceId: TRACE, parentId: PARENT, sampled: true });
  expect(place.spanId).toMatch(/^[0-9a-f]{16}$/);
  expect(placeUnder(`00-${TRACE}-${PARENT}-00`, 1).sampled).toBe(false);
  // A later version may say more (section 3.2.4).
  expect(placeUnder(`01-${TRACE}-${PARENT}-01-more`, 0).traceId).toBe(TRACE);
});

it.each([
  undefined,
  '',
  `00-${TRACE}-${PARENT}`,
  `00-${TRACE}-${PARENT}-01-more`,
  `ff-${TRACE}-${PARENT}-01`,
  `00-${'0'.repeat(32)}-${PARENT}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `00-${TRACE.toUpperCase()}-${PARENT}-01`,
  [`00-${TRACE}-${PARENT}-01`],
])('%j begins a trace of its own', (header) => {
  const place = placeUnder(header, 1);
  expect(place.parentId).toBeUndefined();
  expect(place.traceId).not.toBe(TRACE);
  expect(place.sampled).toBe(true);
});

it('what is said to another app leads back here', () => {
  const place = placeUnder(undefined, 1);
  expect(placeUnder(traceparentOf(place), 0)).toMatchObject({
    traceId: place.traceId,
    parentId: place.spanId,
    sampled: true,
  });
});

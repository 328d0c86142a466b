import { describe, expect, it } from 'vitest';
import { JOURNEY_TABLE, nextState, statesAccepting, type JourneyState } from './journey-table.js';

const states: JourneyState[] = ['choosing', 'confirming', 'finished', 'refused', 'answered'];

describe('the table of a journey', () => {
  it('says one thing about each state and event', () => {
    const pairs = JOURNEY_TABLE.map(({ from, event }) => `${from} ${event}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });

  it('leads from the start to every state, and from every state to the end', () => {
    const reachable = (from: JourneyState, seen = new Set<JourneyState>([from])): Set<JourneyState> => {
      for (const { to } of JOURNEY_TABLE.filter((row) => row.from === from))
        if (!seen.has(to)) reachable(to, seen.add(to));
      return seen;
    };
    expect(reachable('choosing')).toEqual(new Set(states));
    for (const state of states) expect([state, reachable(state).has('answered')]).toEqual([state, true]);
  });

  it('has no way out of an answer', () => {
    expect(JOURNEY_TABLE.filter(({ from }) => from === 'answered')).toEqual([]);
  });

  it('lets nobody be signed in from a refusal', () => {
    expect(JOURNEY_TABLE.filter(({ from, to }) => from === 'refused' && to !== 'answered')).toEqual([]);
  });

  it('is read the same in both directions', () => {
    for (const { event } of JOURNEY_TABLE)
      for (const from of states)
        expect(statesAccepting(event).includes(from)).toBe(nextState(from, event) !== undefined);
  });
});

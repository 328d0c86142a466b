import { describe, expect, it } from 'vitest';
import { DOSSIER_STATES, type DossierState } from './dossier.js';
import { canBeRestored } from './restoring.js';
import {
  canHappen,
  DOSSIER_EVENTS,
  eventByItself,
  PARTY_OF,
  stateAfter,
  TRANSITIONS,
} from './transitions.js';

describe('the states of a service', () => {
  it('lead from a draft to production in this order', () => {
    const road = [
      'submit',
      'review',
      'sign-agreement',
      'activate-int',
      'pass-self-test',
      'request-production',
      'activate-production',
    ] as const;
    const passed = road.reduce<DossierState[]>(
      (states, event) => [...states, stateAfter(states.at(-1) ?? 'ended', event) ?? 'ended'],
      ['draft'],
    );
    expect(passed).toEqual([
      'draft',
      'submitted',
      'reviewed',
      'agreement-signed',
      'int-active',
      'self-test-passed',
      'prod-requested',
      'prod-active',
    ]);
  });

  it('reach production by one event only, on which CSAM decides', () => {
    const doors = DOSSIER_STATES.flatMap((state) =>
      DOSSIER_EVENTS.filter((event) => TRANSITIONS[state][event] === 'prod-active').map((event) => [
        state,
        event,
      ]),
    );
    expect(doors).toEqual([
      ['prod-requested', 'activate-production'],
      ['prod-active', 'activate-acceptance'],
    ]);
    expect(PARTY_OF['activate-production']).toBe('csam');
  });

  it('come back from a suspension to where they were', () => {
    expect(stateAfter('suspended', 'resume', 'prod-active')).toBe('prod-active');
    expect(stateAfter('suspended', 'resume')).toBeUndefined();
  });

  it('leave the end only to where they were', () => {
    expect(DOSSIER_EVENTS.filter((event) => canHappen('ended', event))).toEqual(['restore']);
    expect(stateAfter('ended', 'restore', 'prod-active')).toBe('prod-active');
    expect(stateAfter('ended', 'restore')).toBeUndefined();
  });

  it('come back from the end for thirty days, unless they were suspended', () => {
    const now = new Date('2026-03-31T12:00:00Z');
    const ended = (day: string, heldState?: DossierState) =>
      canBeRestored(
        { state: 'ended', endedAt: new Date(`${day}T12:00:00Z`), ...(heldState && { heldState }) },
        now,
      );
    expect(ended('2026-03-02', 'int-active')).toBe(true);
    expect(ended('2026-03-01', 'int-active')).toBe(false);
    expect(ended('2026-03-30')).toBe(false);
    expect(canBeRestored({ state: 'draft', endedAt: now, heldState: 'draft' }, now)).toBe(false);
  });

  it('every state but the end can be ended', () => {
    expect(DOSSIER_STATES.filter((state) => !canHappen(state, 'end'))).toEqual(['ended']);
  });

  it.each([
    ['reviewed', true, 'sign-agreement'],
    ['reviewed', false, undefined],
    ['agreement-signed', true, 'activate-int'],
    ['draft', true, undefined],
  ] as const)('%s with an agreement signed (%s) goes on by itself: %s', (state, agreementSigned, event) => {
    expect(eventByItself(state, { agreementSigned })).toBe(event);
  });
});

import { describe, expect, it } from 'vitest';
import { checkPlan, isReminderDue, phaseOf, type WindowPlan } from './window.js';

const rules = { leadDays: 7, reminderHours: 24 };
const now = new Date('2026-03-02T12:00:00Z');
const reason = { nl: 'Nieuwe schijven', fr: 'Nouveaux disques', de: 'Neue Platten', en: 'New disks' };
const plan = (changes: Partial<WindowPlan> = {}): WindowPlan => ({
  components: ['sign-in-oidc'],
  startsAt: new Date('2026-03-10T01:00:00Z'),
  minutes: 90,
  impact: 'outage',
  reason,
  ...changes,
});

describe('a plan', () => {
  it('is announced when it starts the agreed time ahead, to the millisecond', () => {
    const atTheLimit = new Date(now.getTime() + 7 * 86_400_000);
    expect(checkPlan(plan({ startsAt: atTheLimit }), now, rules)).toEqual({ kind: 'announce' });
    const sooner = plan({ startsAt: new Date(atTheLimit.getTime() - 1), lateReason: 'a leak' });
    expect(checkPlan(sooner, now, rules)).toEqual({ kind: 'needs-approval' });
  });

  it('that comes late is refused without a reason for it', () => {
    const late = plan({ startsAt: new Date('2026-03-04T01:00:00Z'), lateReason: ' ' });
    expect(checkPlan(late, now, rules)).toEqual({ kind: 'refused', problems: ['late-reason'] });
  });

  it('follows the lead time of the configuration', () => {
    const soon = plan({ startsAt: new Date('2026-03-04T01:00:00Z') });
    expect(checkPlan(soon, now, { ...rules, leadDays: 1 })).toEqual({ kind: 'announce' });
  });

  it.each([
    ['components', { components: [] }],
    ['components', { components: ['sign-in-oidc', 'nothing'] }],
    ['start-invalid', { startsAt: new Date('x') }],
    ['duration', { minutes: 0 }],
    ['duration', { minutes: 1.5 }],
    ['duration', { minutes: 5_000 }],
    ['reason', { reason: { ...reason, de: '' } }],
  ] as const)('with wrong %s is refused', (problem, changes) => {
    expect(checkPlan(plan(changes), now, rules)).toEqual({ kind: 'refused', problems: [problem] });
  });

  it('in the past is refused', () => {
    const past = plan({ startsAt: now, lateReason: 'x' });
    expect(checkPlan(past, now, rules)).toEqual({ kind: 'refused', problems: ['start-past'] });
  });
});

describe('a reminder', () => {
  const announced = { state: 'announced' as const, startsAt: new Date('2026-03-10T01:00:00Z') };
  const told = new Date('2026-03-01T00:00:00Z');
  const due = (at: string, toldAt = told) => isReminderDue({ ...announced, toldAt }, new Date(at), rules);

  it('is due from a day ahead until the start', () => {
    expect([due('2026-03-09T00:59:59Z'), due('2026-03-09T01:00:00Z'), due('2026-03-10T00:59:59Z')]).toEqual([
      false,
      true,
      true,
    ]);
    expect(due('2026-03-10T01:00:00Z')).toBe(false);
  });

  it('is not due for what was announced later than that, nor for what is off', () => {
    expect(due('2026-03-09T12:00:00Z', new Date('2026-03-09T06:00:00Z'))).toBe(false);
    const off = { ...announced, state: 'cancelled' as const, toldAt: told };
    expect(isReminderDue(off, new Date('2026-03-09T12:00:00Z'), rules)).toBe(false);
  });
});

it('a window is coming, under way, and over', () => {
  const window = {
    state: 'announced' as const,
    startsAt: new Date('2026-03-10T01:00:00Z'),
    endsAt: new Date('2026-03-10T02:00:00Z'),
  };
  const at = (time: string) => phaseOf(window, new Date(`2026-03-10T${time}Z`));
  expect([at('00:59:59'), at('01:00:00'), at('02:00:00')]).toEqual(['coming', 'under-way', 'over']);
});

import { describe, expect, it } from 'vitest';
import { days, type FedId } from '#libs/kernel';
import { DECISIONS, decisionProblem, stateAt, type ChangeRequest } from './change-request.js';

const ASKED = new Date('2026-03-02T09:00:00Z');
const [asker, other] = ['a'.repeat(40), 'b'.repeat(40)] as FedId[] as [FedId, FedId];
const request = (over: Partial<ChangeRequest> = {}): ChangeRequest => ({
  id: '1',
  kind: 'application',
  subject: '2',
  aspects: ['level'],
  before: { minimumLevel: 400 },
  after: { minimumLevel: 300 },
  reason: 'Fewer keys at hand',
  requestedBy: asker,
  requestedAt: ASKED,
  expiresAt: new Date(ASKED.getTime() + days(30)),
  state: 'open',
  ...over,
});
const after = (period: number) => new Date(ASKED.getTime() + period);
const problems = (of: ChangeRequest, by: FedId, now = after(days(1))) =>
  DECISIONS.map((decision) => decisionProblem(decision, of, { by, now }) ?? 'allowed');

describe('XS-29 a request', () => {
  it('is decided by another than who asked; only who asked takes it back', () => {
    expect(problems(request(), other)).toEqual(['allowed', 'allowed', 'not-own-request', 'over']);
    expect(problems(request(), asker)).toEqual(['own-request', 'own-request', 'allowed', 'over']);
  });

  it.each(['refused', 'withdrawn', 'expired', 'approved'] as const)(
    'is over for good once it was %s',
    (state) => {
      expect(problems(request({ state }), other).slice(0, 3)).toEqual(['over', 'over', 'over']);
    },
  );

  it('is over when nobody looked for thirty days', () => {
    expect(stateAt(request(), after(days(30) - 1))).toBe('open');
    expect(stateAt(request(), after(days(30)))).toBe('expired');
    expect(problems(request(), other, after(days(30)))).toEqual(['over', 'over', 'over', 'over']);
  });

  it('can be undone for thirty days, but not what was new', () => {
    const approved = request({ state: 'approved', decidedAt: after(days(1)), decidedBy: other });
    expect(decisionProblem('undo', approved, { by: asker, now: after(days(30)) })).toBeUndefined();
    expect(decisionProblem('undo', approved, { by: asker, now: after(days(31)) })).toBe('over');
    expect(decisionProblem('undo', { ...approved, before: null }, { by: asker, now: after(days(2)) })).toBe(
      'over',
    );
  });
});

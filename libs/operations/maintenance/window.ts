import { days, hours, LANGUAGES, minutes, type LocalisedText } from '#libs/kernel';
import { isComponent, type ComponentName, type Impact } from '../components.js';

/** What an operator fills in to plan a window. */
export interface WindowPlan {
  readonly components: readonly string[];
  readonly startsAt: Date;
  readonly minutes: number;
  readonly impact: Impact;
  readonly reason: LocalisedText;
  /** Why it cannot wait until everybody was told in time. */
  readonly lateReason?: string;
}

/** `proposed` waits for the approval of a second operator; nobody was told yet. */
export type WindowState = 'proposed' | 'announced' | 'cancelled';

export interface PlannedWindow {
  readonly id: string;
  readonly components: readonly ComponentName[];
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly impact: Impact;
  readonly reason: LocalisedText;
  readonly lateReason?: string;
  readonly state: WindowState;
  /** Rises with each change that contacts hear of (RFC 5545 section 3.8.7.4). */
  readonly sequence: number;
  readonly plannedBy: string;
  readonly approvedBy?: string;
}

export interface MaintenanceRules {
  /** Days between the mail and the start, at least. */
  readonly leadDays: number;
  /** Hours before the start at which contacts are reminded. */
  readonly reminderHours: number;
}

export type PlanProblem =
  'components' | 'start-invalid' | 'start-past' | 'duration' | 'reason' | 'late-reason';

export type PlanOutcome =
  | { readonly kind: 'announce' }
  | { readonly kind: 'needs-approval' }
  | { readonly kind: 'refused'; readonly problems: readonly PlanProblem[] };

const LONGEST_MINUTES = 3 * 24 * 60;

/** A plan that comes later than agreed needs a reason of its own and a second operator. */
export function checkPlan(plan: WindowPlan, now: Date, { leadDays }: MaintenanceRules): PlanOutcome {
  const late = plan.startsAt.getTime() - now.getTime() < days(leadDays);
  const problems: PlanProblem[] = [
    ...problemsOf(plan, now),
    ...(late && blank(plan.lateReason) ? (['late-reason'] as const) : []),
  ];
  if (problems.length > 0) return { kind: 'refused', problems };
  return { kind: late ? 'needs-approval' : 'announce' };
}

function problemsOf({ components, startsAt, minutes: length, reason }: WindowPlan, now: Date): PlanProblem[] {
  const found: (PlanProblem | undefined)[] = [
    components.length === 0 || !components.every(isComponent) ? 'components' : undefined,
    startProblem(startsAt, now),
    !Number.isInteger(length) || length < 1 || length > LONGEST_MINUTES ? 'duration' : undefined,
    LANGUAGES.some((language) => blank(reason[language])) ? 'reason' : undefined,
  ];
  return found.filter((problem) => problem !== undefined);
}

function startProblem(startsAt: Date, now: Date): PlanProblem | undefined {
  if (Number.isNaN(startsAt.getTime())) return 'start-invalid';
  return startsAt <= now ? 'start-past' : undefined;
}

const blank = (text: string | undefined): boolean => (text ?? '').trim() === '';

export const endOf = ({ startsAt, minutes: length }: WindowPlan): Date =>
  new Date(startsAt.getTime() + minutes(length));

/**
 * Whether contacts are to be reminded now. Who heard of the window only after the moment of the reminder needs none.
 */
export function isReminderDue(
  { startsAt, state, toldAt }: Pick<PlannedWindow, 'startsAt' | 'state'> & { readonly toldAt: Date },
  now: Date,
  { reminderHours }: MaintenanceRules,
): boolean {
  const moment = startsAt.getTime() - hours(reminderHours);
  return state === 'announced' && toldAt.getTime() < moment && moment <= now.getTime() && now < startsAt;
}

/** Where an announced window stands. */
export function phaseOf(
  { startsAt, endsAt, state }: Pick<PlannedWindow, 'startsAt' | 'endsAt' | 'state'>,
  now: Date,
): 'proposed' | 'cancelled' | 'coming' | 'under-way' | 'over' {
  if (state !== 'announced') return state;
  if (now < startsAt) return 'coming';
  return now < endsAt ? 'under-way' : 'over';
}

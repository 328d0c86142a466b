import type { Application } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import type { DayUsage } from '#libs/messaging';
import {
  failureName,
  isFailure,
  isSignIn,
  seriesBy,
  TOOK_WITHIN,
  totalOf,
  type ResponsesOfDay,
  type UsageCount,
  type UsageKind,
  type UsageSeries,
} from '#libs/operations';
import type { ReportPeriod } from './period.js';

/** Text messages of a month, and what they cost. */
export interface SmsOfMonth {
  readonly days: readonly DayUsage[];
  readonly messages: number;
  readonly segments: number;
  /** Whole cents; absent while no price is entered. */
  readonly cents?: number;
}

/** What is known of an application in a month or a day. */
export interface ApplicationReport {
  readonly application: Pick<Application, 'id' | 'name' | 'agency' | 'environment' | 'state'>;
  readonly period: ReportPeriod;
  readonly counts: readonly UsageCount[];
  /** Of months only. */
  readonly sms?: SmsOfMonth;
  /** Of months only. */
  readonly responses?: readonly ResponsesOfDay[];
  /** Until when the record was counted. */
  readonly countedUntil?: Date;
}

export interface ReportTotals {
  readonly signIns: number;
  /** Of these, without a page, since the person was signed in already. */
  readonly wentOn: number;
  readonly started: number;
  readonly refused: number;
  /** From 0 to 1: of what was begun with a page, what ended signed in. */
  readonly finished?: number;
}

const ofKind = (counts: readonly UsageCount[], kind: UsageKind): readonly UsageCount[] =>
  counts.filter(({ what }) => what === kind);

export function totalsOf({ counts }: Pick<ApplicationReport, 'counts'>): ReportTotals {
  const [signedIn, wentOn, started, refused] = (['signed-in', 'went-on', 'started', 'refused'] as const).map(
    (kind) => totalOf(ofKind(counts, kind)),
  ) as [number, number, number, number];
  return {
    signIns: signedIn + wentOn,
    wentOn,
    started,
    refused,
    // One that was begun before midnight may end after it.
    ...(started > 0 && { finished: Math.min(1, signedIn / started) }),
  };
}

type Part = Pick<ApplicationReport, 'counts' | 'period'>;

export const byKey = ({ counts, period }: Part): UsageSeries[] =>
  seriesBy(counts.filter(isSignIn), period.labels, ({ key }) => key);

export const byLevel = ({ counts, period }: Part): UsageSeries[] =>
  seriesBy(counts.filter(isSignIn), period.labels, ({ level }) => String(level)).toSorted(
    (one, other) => Number(other.name) - Number(one.name),
  );

export const byFailure = ({ counts, period }: Part): UsageSeries[] =>
  seriesBy(counts.filter(isFailure), period.labels, failureName);

/** How many sign-ins ended within each stretch of {@link TOOK_WITHIN}. */
export const tookWithin = ({ counts }: Part): readonly number[] =>
  TOOK_WITHIN.map((bound) => totalOf(ofKind(counts, 'took').filter(({ reason }) => reason === bound)));

export const RESPONSE_KINDS = ['user', 'application'] as const;
export type ResponseKind = (typeof RESPONSE_KINDS)[number];

/** From 0 to 1: what was answered within the norm; undefined when nothing was. */
export function withinNormOf(responses: readonly ResponsesOfDay[], kind: ResponseKind): number | undefined {
  const of = responses.filter((each) => each.kind === kind);
  const requests = of.reduce((sum, each) => sum + each.requests, 0);
  return requests === 0 ? undefined : of.reduce((sum, each) => sum + each.withinNorm, 0) / requests;
}

/** `12,34 €`, as it is written in the language. */
export const euros = (cents: number, language: Language): string =>
  new Intl.NumberFormat(`${language}-BE`, { style: 'currency', currency: 'EUR' }).format(cents / 100);

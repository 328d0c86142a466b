import type { DossierState } from './dossier.js';

/** What can happen to a service on its way into use. */
export const DOSSIER_EVENTS = [
  'submit',
  'take-back',
  'review',
  'sign-agreement',
  'activate-int',
  'pass-self-test',
  'request-production',
  'activate-production',
  'activate-acceptance',
  'suspend',
  'resume',
  'end',
  'restore',
] as const;

export type DossierEvent = (typeof DOSSIER_EVENTS)[number];

/** Whose hand it takes: the agency, CSAM, or nobody, because it follows by itself. */
export type Party = 'agency' | 'csam' | 'nobody';

export const PARTY_OF: Readonly<Record<DossierEvent, Party>> = {
  submit: 'agency',
  'take-back': 'agency',
  review: 'csam',
  'sign-agreement': 'nobody',
  'activate-int': 'nobody',
  'pass-self-test': 'agency',
  'request-production': 'agency',
  'activate-production': 'csam',
  'activate-acceptance': 'csam',
  suspend: 'csam',
  resume: 'csam',
  end: 'agency',
  restore: 'agency',
};

type Targets = Readonly<Partial<Record<DossierEvent, DossierState | 'held'>>>;

const IN_USE: Targets = { suspend: 'suspended', end: 'ended' };

/** The one table of the states of a service. `held`: back to where it was before it was suspended or ended. */
export const TRANSITIONS: Readonly<Record<DossierState, Targets>> = {
  draft: { submit: 'submitted', end: 'ended' },
  submitted: { 'take-back': 'draft', review: 'reviewed', end: 'ended' },
  reviewed: { 'sign-agreement': 'agreement-signed', end: 'ended' },
  'agreement-signed': { 'activate-int': 'int-active', end: 'ended' },
  // The acceptance environment comes beside the road: the service stays where it is on it.
  'int-active': { ...IN_USE, 'pass-self-test': 'self-test-passed', 'activate-acceptance': 'int-active' },
  'self-test-passed': {
    ...IN_USE,
    'request-production': 'prod-requested',
    'activate-acceptance': 'self-test-passed',
  },
  'prod-requested': {
    ...IN_USE,
    'activate-production': 'prod-active',
    'take-back': 'self-test-passed',
    'activate-acceptance': 'prod-requested',
  },
  'prod-active': { ...IN_USE, 'activate-acceptance': 'prod-active' },
  suspended: { resume: 'held', end: 'ended' },
  ended: { restore: 'held' },
};

/** The state after the event, or undefined when it cannot happen now. */
export function stateAfter(
  state: DossierState,
  event: DossierEvent,
  held?: DossierState,
): DossierState | undefined {
  const target = TRANSITIONS[state][event];
  return target === 'held' ? held : target;
}

export const canHappen = (state: DossierState, event: DossierEvent): boolean =>
  TRANSITIONS[state][event] !== undefined;

export interface AgencyFacts {
  /** The agency's signature under the version of the user agreement that counts. */
  readonly agreementSigned: boolean;
}

/** What follows by itself now, so that nobody waits for a press on a button. */
export function eventByItself(
  state: DossierState,
  { agreementSigned }: AgencyFacts,
): DossierEvent | undefined {
  if (state === 'reviewed' && agreementSigned) return 'sign-agreement';
  return state === 'agreement-signed' ? 'activate-int' : undefined;
}

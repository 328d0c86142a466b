/** Where a login stands. */
export type JourneyState = 'choosing' | 'confirming' | 'finished' | 'refused' | 'answered';

/** What happened, in the past tense. */
export type JourneyEvent =
  | 'EnterpriseChosen'
  | 'ReleaseToConfirm'
  | 'ReleaseConfirmed'
  | 'RequirementMet'
  | 'SignInImpossible'
  | 'ProofWithdrawn'
  | 'Cancelled'
  | 'Answered';

export interface Transition {
  readonly from: JourneyState;
  readonly event: JourneyEvent;
  readonly to: JourneyState;
  /** What the person sees next. */
  readonly page: string;
}

/**
 * The road of a login. A state that stands in no row with an event does not accept it, and the page of the state
 * is shown again: that is what makes Back and a second tab harmless.
 */
export const JOURNEY_TABLE: readonly Transition[] = [
  {
    from: 'choosing',
    event: 'EnterpriseChosen',
    to: 'choosing',
    page: 'confirm-release, or back to the service',
  },
  { from: 'choosing', event: 'ReleaseToConfirm', to: 'confirming', page: 'confirm-release' },
  { from: 'choosing', event: 'RequirementMet', to: 'finished', page: 'back to the service' },
  { from: 'choosing', event: 'SignInImpossible', to: 'refused', page: 'refused' },
  { from: 'choosing', event: 'Cancelled', to: 'refused', page: 'back to the service' },
  { from: 'confirming', event: 'ReleaseConfirmed', to: 'finished', page: 'back to the service' },
  { from: 'confirming', event: 'Cancelled', to: 'refused', page: 'back to the service' },
  { from: 'confirming', event: 'ProofWithdrawn', to: 'refused', page: 'back to the service' },
  { from: 'finished', event: 'ProofWithdrawn', to: 'refused', page: 'back to the service' },
  { from: 'finished', event: 'Answered', to: 'answered', page: 'expired' },
  { from: 'refused', event: 'Answered', to: 'answered', page: 'expired' },
];

/** The state after the event, or undefined when the state does not accept it. */
export function nextState(from: JourneyState, event: JourneyEvent): JourneyState | undefined {
  return JOURNEY_TABLE.find((row) => row.from === from && row.event === event)?.to;
}

/** The states that accept the event. */
export function statesAccepting(event: JourneyEvent): JourneyState[] {
  return JOURNEY_TABLE.filter((row) => row.event === event).map((row) => row.from);
}

/** Where an event leads is the same from every state that accepts it. */
export function stateAfter(event: JourneyEvent): JourneyState {
  const [to, ...others] = new Set(JOURNEY_TABLE.filter((row) => row.event === event).map((row) => row.to));
  if (to === undefined || others.length > 0) throw new Error(`${event} does not lead to one state`);
  return to;
}

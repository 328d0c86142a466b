import type { AssertionCheck } from '../expected.js';
import { refuse } from '../response-refusal.js';
import { CLOCK_SKEW, isAhead, isOver } from './clock.js';

/** Core 3.3.2.2.1, "minimum": an answer below what was asked would bring the whole session down (SX-30). */
const atLeastWhatWasAsked: AssertionCheck = ({ authentication: { classReference } }, expected) => {
  const level = expected.classes.levelOf(classReference);
  return level !== undefined && level >= expected.minimum
    ? undefined
    : refuse('authn-context', `${classReference.slice(0, 80)} for ${expected.minimum}`);
};

/** Core 3.4.1, ForceAuthn: a proof from before the request is not fresh. */
const instant: AssertionCheck = ({ authentication: { at } }, { now, provenSince }) => {
  const tooEarly = provenSince !== undefined && at.getTime() < provenSince.getTime() - CLOCK_SKEW;
  return tooEarly || isAhead(at, now) ? refuse('authn-instant') : undefined;
};

const session: AssertionCheck = ({ authentication: { sessionEndsAt } }, { now }) =>
  sessionEndsAt !== undefined && isOver(sessionEndsAt, now) ? refuse('session-ended') : undefined;

export const AUTHENTICATION_CHECKS: readonly AssertionCheck[] = [atLeastWhatWasAsked, instant, session];

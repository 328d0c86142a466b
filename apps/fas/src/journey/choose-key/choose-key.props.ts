import type { Level, Requirement } from '#libs/loa';
import type { Evaluation } from '../evaluation.js';
import type { OpenedJourney } from '../journey-desk.js';
import type { JourneyLinks } from '../journey-links.js';
import type { ChooseKeyProps } from './choose-key.page.js';

/** What the choice page shows of a login that asks for a key. */
export function chooseKeyProps(
  { frame, service, address, journey, session, visitor }: OpenedJourney,
  { decision }: Extract<Evaluation, { kind: 'ask' }>,
  links: JourneyLinks,
): ChooseKeyProps {
  const { requirement } = journey.request;
  const strongest = session?.events.toSorted((a, b) => b.level - a.level)[0];
  return {
    frame,
    service,
    journeyAddress: address,
    context: requirement.context,
    offers: decision.offers,
    required: lowestEnough(requirement),
    ...(decision.kind === 'step-up' && strongest && { signedInWith: strongest }),
    ...(visitor.lastKey !== undefined && { lastKey: visitor.lastKey }),
    activateKeyHref: links.keys,
  };
}

/** The weakest level that satisfies the request. */
function lowestEnough({ minimum, alternatives }: Requirement): Level {
  const levels = alternatives.map(({ from }) => (from > minimum ? from : minimum));
  return levels.toSorted((a, b) => a - b)[0] ?? minimum;
}

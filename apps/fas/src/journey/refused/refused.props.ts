import { attributeLabel, attributeNamed } from '#libs/attributes';
import type { Language } from '#libs/kernel';
import { sourceName } from '../confirm-release/source-names.js';
import type { Step } from '../step.js';
import type { OpenedJourney } from '../journey-desk.js';
import type { RefusedProps, RefusedReason } from './refused.page.js';

type Refused = Extract<Step, { kind: 'refused' }>['evaluation'];

/** What the page of a refused login says. */
export function refusedProps(opened: OpenedJourney, evaluation: Refused): RefusedProps {
  const { frame, service, address, visitor } = opened;
  return {
    frame,
    service,
    reason: reasonOf(evaluation, frame.language),
    wayBack: { kind: 'link', href: `${address}/finish`, service: service.application },
    reference: visitor.reference,
  };
}

function reasonOf(evaluation: Refused, language: Language): RefusedReason {
  if (evaluation.kind !== 'source-unavailable') return { kind: 'no-key' };
  const known = evaluation.attributes.filter((name) => attributeNamed(name) !== undefined);
  const [first = ''] = known;
  return {
    kind: evaluation.unknownToSource ? 'attribute-unknown' : 'source-down',
    attributes: known.map((name) => attributeLabel(name, language)),
    source: sourceName(attributeNamed(first)?.source ?? 'national-register', language),
  };
}

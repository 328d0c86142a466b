import { days, type LocalisedText } from '#libs/kernel';
import { COMPONENT_NAMES, IMPACTS, type NewIncident } from '#libs/operations';
import type { Typed } from '../../frame/form/typed.js';
import { belgianMoment } from '../belgian-moment.js';
import { emptyLanguage, inFourLanguages } from '../../frame/form/four-languages.js';

export type ReportMessage = 'componentProblem' | 'openProblem' | 'startProblem' | 'wordsProblem';
export type Messages = Readonly<Record<string, ReportMessage>>;

export type ReadReport =
  | {
      readonly kind: 'read';
      readonly incident: Omit<NewIncident, 'openedBy'>;
      readonly text: LocalisedText;
    }
  | { readonly kind: 'wrong'; readonly messages: Messages };

const OLDEST = days(7);

/** A problem as somebody reports it: of the last days, and told in all languages. */
export function readReport(typed: Typed, now: Date): ReadReport {
  const component = typed.oneOf('component', COMPONENT_NAMES);
  const impact = typed.oneOf('impact', IMPACTS) ?? 'outage';
  const startedAt = startOf(typed.text('start'), now);
  const read = readNews(typed);
  const messages: Messages = {
    ...(component === undefined && { component: 'componentProblem' }),
    ...(startedAt === undefined && { start: 'startProblem' }),
    ...(read.kind === 'wrong' && read.messages),
  };
  if (component === undefined || startedAt === undefined || read.kind === 'wrong')
    return { kind: 'wrong', messages };
  return { kind: 'read', incident: { component, impact, startedAt }, text: read.text };
}

/** What is told about one that is known. */
export function readNews(
  typed: Typed,
):
  | { readonly kind: 'read'; readonly text: LocalisedText }
  | { readonly kind: 'wrong'; readonly messages: Messages } {
  const text = inFourLanguages(typed, 'text');
  const empty = emptyLanguage(text, 'text');
  return empty === undefined
    ? { kind: 'read', text }
    : { kind: 'wrong', messages: { [empty]: 'wordsProblem' } };
}

function startOf(text: string, now: Date): Date | undefined {
  if (text === '') return now;
  const moment = belgianMoment(text);
  if (moment === undefined || moment > now) return undefined;
  return now.getTime() - moment.getTime() > OLDEST ? undefined : moment;
}

import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#libs/kernel';
import { componentTexts } from '../components.texts.js';
import { formatList } from '#libs/texts';
import type { PlannedWindow } from './window.js';

export interface CalendarWords {
  readonly summary: string;
  readonly description: string;
}

/** What two attachments about the same window need to replace one another in a calendar. */
export type CalendarWindow = Pick<PlannedWindow, 'id' | 'components' | 'startsAt' | 'endsAt' | 'sequence'>;

/**
 * One window as iCalendar (RFC 5545; PUBLISH and CANCEL of RFC 5546 section 3.2): a later sequence of the same UID
 * replaces the entry, a cancellation takes it away. `now` is the moment at which this version was made.
 */
export function windowCalendar(
  window: CalendarWindow,
  { summary, description }: CalendarWords,
  { cancelled = false, language, now }: { cancelled?: boolean; language: Language; now: Date },
): string {
  const calendar = ical({
    prodId: { company: 'CSAM', product: 'aanmelden', language: language.toUpperCase() },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `maintenance-${window.id}@csam`,
    sequence: window.sequence,
    stamp: now,
    start: window.startsAt,
    end: window.endsAt,
    summary,
    description,
    location: componentNames(window.components, language),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return calendar.toString();
}

export function componentNames(components: CalendarWindow['components'], language: Language): string {
  const t = componentTexts.in(language);
  return formatList(
    components.map((name) => t(name)),
    language,
  );
}

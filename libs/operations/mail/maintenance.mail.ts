import type { Language, LocalisedText } from '#libs/kernel';
import type { MailContent, MailTemplate } from '#libs/messaging';
import { formatDate, formatDuration, formatTime } from '#libs/texts';
import type { ComponentName, Impact } from '../components.js';
import { impactTexts } from '../components.texts.js';
import { componentNames, windowCalendar } from '../maintenance/calendar.js';
import { maintenanceMailTexts } from './maintenance.texts.js';

export interface MaintenanceNews {
  readonly kind: 'planned' | 'changed' | 'cancelled' | 'reminder';
  readonly id: string;
  readonly components: readonly ComponentName[];
  /** ISO 8601, UTC. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly impact: Impact;
  readonly reason: LocalisedText;
  readonly sequence: number;
  /** When this was written, ISO 8601, UTC. */
  readonly at: string;
}

/** Tells contacts of agencies about planned unavailability: date, start, duration, and an entry for the calendar. */
export const maintenanceMail: MailTemplate<MaintenanceNews> = { name: 'maintenance', content };

function content(data: MaintenanceNews, language: Language): MailContent {
  const t = maintenanceMailTexts.in(language);
  const [start, end] = [new Date(data.startsAt), new Date(data.endsAt)];
  const components = componentNames(data.components, language);
  const date = formatDate(start, language);
  const time = formatTime(start, language);
  const duration = formatDuration(end.getTime() - start.getTime(), language);
  const subject = t(`${data.kind}Subject`, { date, components });
  return {
    subject,
    heading: t(`${data.kind}Heading`),
    preview: t('preview', { date, time, duration }),
    blocks: [
      { kind: 'paragraph', text: t(`${data.kind}Lead`) },
      {
        kind: 'facts',
        facts: [
          { label: t('what'), value: components },
          { label: t('date'), value: date },
          { label: t('start'), value: t('belgianTime', { time }) },
          { label: t('duration'), value: duration },
          // What does not take place has no effect.
          ...(data.kind === 'cancelled'
            ? []
            : [{ label: t('impact'), value: impactTexts.in(language)(data.impact) }]),
          { label: t('reason'), value: data.reason[language] },
        ],
      },
      { kind: 'paragraph', text: t(data.kind === 'cancelled' ? 'calendarGone' : 'calendar') },
    ],
    // One name in calendars, whichever mail brought the entry last; a reminder is no other event.
    attachments: [attachmentOf(data, t('plannedSubject', { date, components }), language)],
  };
}

function attachmentOf(data: MaintenanceNews, summary: string, language: Language) {
  const cancelled = data.kind === 'cancelled';
  const words = { summary, description: data.reason[language] };
  const window = { ...data, startsAt: new Date(data.startsAt), endsAt: new Date(data.endsAt) };
  return {
    filename: 'csam.ics',
    contentType: `text/calendar; charset=utf-8; method=${cancelled ? 'CANCEL' : 'PUBLISH'}`,
    content: windowCalendar(window, words, { cancelled, language, now: new Date(data.at) }),
  };
}

import type { Language, LocalisedText } from '#libs/kernel';
import type { MailContent, MailTemplate } from '#libs/messaging';
import { formatDateTime, formatDuration } from '#libs/texts';
import type { ComponentName, Impact } from '../components.js';
import { componentTexts, impactTexts } from '../components.texts.js';
import { incidentMailTexts } from './incident.texts.js';

export interface IncidentNews {
  readonly kind: 'opened' | 'updated' | 'recovered';
  readonly component: ComponentName;
  readonly impact: Impact;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly endedAt?: string;
  readonly text?: LocalisedText;
}

/** Tells contacts of agencies that something does not work, how it stands, and that it works again. */
export const incidentMail: MailTemplate<IncidentNews> = { name: 'incident', content };

function content(data: IncidentNews, language: Language): MailContent {
  const t = incidentMailTexts.in(language);
  const component = componentTexts.in(language)(data.component);
  return {
    subject: t(`${data.kind}Subject`, { component }),
    heading: t(`${data.kind}Heading`),
    preview: component,
    blocks: [
      { kind: 'paragraph', text: t(`${data.kind}Lead`) },
      { kind: 'facts', facts: factsOf(data, language) },
      ...(data.text === undefined ? [] : [{ kind: 'paragraph' as const, text: data.text[language] }]),
    ],
  };
}

function factsOf({ component, impact, startedAt, endedAt }: IncidentNews, language: Language) {
  const t = incidentMailTexts.in(language);
  const start = new Date(startedAt);
  const facts = [
    { label: t('what'), value: componentTexts.in(language)(component) },
    { label: t('impact'), value: impactTexts.in(language)(impact) },
    { label: t('since'), value: formatDateTime(start, language) },
  ];
  if (endedAt === undefined) return facts;
  const end = new Date(endedAt);
  return [
    ...facts,
    { label: t('until'), value: formatDateTime(end, language) },
    { label: t('duration'), value: formatDuration(end.getTime() - start.getTime(), language) },
  ];
}

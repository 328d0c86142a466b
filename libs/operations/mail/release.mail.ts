import type { Language, LocalisedText } from '#libs/kernel';
import type { MailContent, MailTemplate } from '#libs/messaging';
import { formatDateTime } from '#libs/texts';
import { releaseMailTexts } from './release.texts.js';

export interface ReleaseNews {
  readonly kind: 'planned' | 'released' | 'withdrawn';
  readonly version: string;
  readonly major: boolean;
  /** ISO 8601, UTC. */
  readonly plannedAt: string;
  readonly capacityPercent?: number;
  readonly notes: LocalisedText;
}

/** Tells contacts of agencies about a version: when it comes, that it is out, or that it does not come. */
export const releaseMail: MailTemplate<ReleaseNews> = { name: 'release', content };

function content(data: ReleaseNews, language: Language): MailContent {
  const t = releaseMailTexts.in(language);
  const { kind, version, plannedAt, capacityPercent: percent, notes } = data;
  const subject = t(`${kind}Subject`, { version });
  return {
    subject,
    heading: subject,
    preview: t(data.major ? 'major' : 'minor'),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('kind'), value: t(data.major ? 'major' : 'minor') },
          { label: t('when'), value: formatDateTime(new Date(plannedAt), language) },
          {
            label: t('effect'),
            value: percent === undefined ? t('noEffect') : t('capacity', { percent: String(percent) }),
          },
        ],
      },
      { kind: 'subheading', text: t('notes') },
      // One paragraph per line that was written.
      ...notes[language]
        .split(/\n+/)
        .filter((line) => line.trim() !== '')
        .map((text) => ({ kind: 'paragraph' as const, text })),
    ],
  };
}

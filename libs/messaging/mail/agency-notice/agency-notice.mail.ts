import type { Language } from '#libs/kernel';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { agencyNoticeTexts } from './agency-notice.texts.js';

export const AGENCY_NOTICES = [
  'agency-suspended',
  'agency-resumed',
  'service-suspended',
  'secret-withdrawn',
] as const;

export interface AgencyNotice {
  readonly what: (typeof AGENCY_NOTICES)[number];
  /** Name of the agency or service. */
  readonly name: string;
  /** Why, as whoever did it wrote it down. */
  readonly reason: string;
  /** Where it is looked at. */
  readonly url: string;
}

/** Tells the managers of an agency what the service desk did. */
export const agencyNoticeMail: MailTemplate<AgencyNotice> = { name: 'agency-notice', content };

function content({ what, name, reason, url }: AgencyNotice, language: Language): MailContent {
  const t = agencyNoticeTexts.in(language);
  const follows = t(`${what}-follows`);
  return {
    subject: t(what, { name }),
    heading: t(what, { name }),
    preview: follows,
    blocks: [
      { kind: 'paragraph', text: follows },
      { kind: 'facts', facts: [{ label: t('reason'), value: reason }] },
      { kind: 'action', label: t('open'), url },
    ],
  };
}

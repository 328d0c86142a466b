import type { Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { agencyExpiryTexts } from './agency-expiry.texts.js';

export interface AgencyExpiry {
  /** A legal basis for personal data, or a certificate in the metadata of a service. */
  readonly about: 'authorisation' | 'certificate';
  /** Its reference, or the name of the service. */
  readonly what: string;
  /** ISO 8601; its last moment or day. */
  readonly until: string;
  /** Where it is looked at. */
  readonly url: string;
}

/** Tells an agency that something which its service leans on ends soon. */
export const agencyExpiryMail: MailTemplate<AgencyExpiry> = { name: 'agency-expiry', content };

function content({ about, what, until, url }: AgencyExpiry, language: Language): MailContent {
  const t = agencyExpiryTexts.in(language);
  const advice = t(`${about}Advice`);
  return {
    subject: t(about),
    heading: t(about),
    preview: advice,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t(`${about}What`), value: what },
          { label: t('until'), value: formatDate(new Date(until), language) },
        ],
      },
      { kind: 'paragraph', text: advice },
      { kind: 'action', label: t('open'), url },
    ],
  };
}

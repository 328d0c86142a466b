import type { Language } from '#libs/kernel';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { notMeAlertTexts } from './not-me-alert.texts.js';

export interface NotMeAlert {
  /** The list of reports in the administration. */
  readonly url: string;
  /** Of the request with which the person reported it. */
  readonly reference: string;
}

/** To the service desk: somebody says that it was not them. Who it is stands in the administration only. */
export const notMeAlertMail: MailTemplate<NotMeAlert> = { name: 'not-me-alert', content };

function content({ url, reference }: NotMeAlert, language: Language): MailContent {
  const t = notMeAlertTexts.in(language);
  return {
    subject: t('subject'),
    heading: t('subject'),
    preview: t('preview'),
    blocks: [
      { kind: 'paragraph', text: t('introduction', { reference }) },
      { kind: 'action', label: t('action'), url },
    ],
  };
}

import type { Language } from '#libs/kernel';
import type { MailContent, MailTemplate } from '#libs/messaging';
import { smsCapMailTexts } from './sms-cap.texts.js';

export interface SmsCapNews {
  /** Percentage that was reached. */
  readonly stage: number;
  /** Name of the application. */
  readonly name: string;
  /** YYYY-MM. */
  readonly month: string;
  readonly messages: number;
  readonly used: number;
  /** Where the cap is changed. */
  readonly url: string;
}

/** Tells an agency that the text messages of a month come near to what it wants to pay, or go beyond. */
export const smsCapMail: MailTemplate<SmsCapNews> = { name: 'sms-cap', content };

function content({ stage, name, month, messages, used, url }: SmsCapNews, language: Language): MailContent {
  const t = smsCapMailTexts.in(language);
  const number = (value: number) => value.toLocaleString(`${language}-BE`);
  const full = stage >= 100;
  return {
    subject: t(full ? 'fullSubject' : 'nearSubject', { name }),
    heading: t(full ? 'fullHeading' : 'nearHeading', { stage }),
    preview: name,
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('application'), value: name },
          { label: t('month'), value: month },
          { label: t('used'), value: number(used) },
          { label: t('cap'), value: number(messages) },
        ],
      },
      { kind: 'paragraph', text: t('goesOn') },
      { kind: 'action', label: t('change'), url },
    ],
  };
}

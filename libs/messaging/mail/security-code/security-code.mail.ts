import type { Language, LocalisedText } from '#libs/kernel';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { securityCodeTexts } from './security-code.texts.js';

export interface SecurityCode {
  readonly code: string;
  /** Name of the service that the person signs in to. */
  readonly service: LocalisedText;
  /** Minutes that the code lives. */
  readonly minutes: number;
  /** Host name of the page on which the code is typed; the last line binds the code to it. */
  readonly host: string;
}

/** A code with which a person signs in. It says nothing about the person. */
export const securityCodeMail: MailTemplate<SecurityCode> = { name: 'security-code', content };

function content({ code, service, minutes, host }: SecurityCode, language: Language): MailContent {
  const t = securityCodeTexts.in(language);
  const name = service[language];
  return {
    subject: t('subject', { code }),
    heading: t('heading'),
    preview: t('preview', { service: name }),
    blocks: [
      { kind: 'paragraph', text: t('introduction', { service: name }) },
      {
        kind: 'facts',
        facts: [
          { label: t('code'), value: code },
          { label: t('valid'), value: t('minutes', { minutes }) },
        ],
      },
      { kind: 'paragraph', text: t('where', { host }) },
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t('notYouAdvice') },
      { kind: 'paragraph', text: `@${host} #${code}` },
    ],
  };
}

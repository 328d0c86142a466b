import type { Language } from '#libs/kernel';
import type { MailBlock, MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { registrationTexts } from './registration.texts.js';

export interface RegistrationMail {
  /** `new`: nobody has the address; `own-profile`: a self-registered profile has it; `known`: somebody with other keys. */
  readonly about: 'new' | 'own-profile' | 'known';
  readonly code: string;
  /** Opens the registration in the browser in which it began. */
  readonly link: string;
  /** Minutes that link and code live. */
  readonly minutes: number;
  /** Host name of the page on which the code is typed. */
  readonly host: string;
}

/** Proves that a mail address is read by whoever registers. To an address that is known it says so, to its owner only. */
export const registrationMail: MailTemplate<RegistrationMail> = { name: 'registration', content };

function content(data: RegistrationMail, language: Language): MailContent {
  const t = registrationTexts.in(language);
  const { about } = data;
  const heading = t(about === 'new' ? 'heading' : 'headingKnown');
  return {
    subject: heading,
    heading,
    preview: t(about === 'new' ? 'preview' : 'previewKnown'),
    blocks: [
      { kind: 'paragraph', text: t(INTRODUCTIONS[about]) },
      ...(about === 'known' ? [] : proof(data, language)),
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t('notYouAdvice') },
    ],
  };
}

const INTRODUCTIONS = {
  new: 'introduction',
  'own-profile': 'introductionOwn',
  known: 'introductionKnown',
} as const;

function proof({ code, link, minutes, host }: RegistrationMail, language: Language): MailBlock[] {
  const t = registrationTexts.in(language);
  return [
    {
      kind: 'facts',
      facts: [
        { label: t('code'), value: code },
        { label: t('valid'), value: t('minutes', { minutes }) },
      ],
    },
    { kind: 'paragraph', text: t('where', { host }) },
    { kind: 'action', label: t('open'), url: link },
  ];
}

import type { Language } from '#libs/kernel';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { activationTexts } from './activation.texts.js';

export interface ActivationNotice {
  readonly url: string;
}

/** The mailed half of a first activation; the code on paper is the other half. */
export const activationMail: MailTemplate<ActivationNotice> = { name: 'activation', content };

function content({ url }: ActivationNotice, language: Language): MailContent {
  const t = activationTexts.in(language);
  return {
    subject: t('subject'),
    heading: t('subject'),
    preview: t('preview'),
    blocks: [
      { kind: 'paragraph', text: t('introduction') },
      { kind: 'steps', steps: [t('paper'), t('open'), t('choose')] },
      { kind: 'action', label: t('action'), url },
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t('ignore') },
    ],
  };
}

import type { Language } from '#libs/kernel';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { recoveryHelpTexts } from './recovery-help.texts.js';

export interface RecoveryHelp {
  /** Where the person begins: My digital keys. */
  readonly url: string;
  readonly reference: string;
}

/** After a call to the service desk: how to come back to one's keys by oneself. Holds no secret and opens nothing. */
export const recoveryHelpMail: MailTemplate<RecoveryHelp> = { name: 'recovery-help', content };

function content({ url, reference }: RecoveryHelp, language: Language): MailContent {
  const t = recoveryHelpTexts.in(language);
  return {
    subject: t('subject'),
    heading: t('subject'),
    preview: t('preview'),
    blocks: [
      { kind: 'paragraph', text: t('introduction') },
      { kind: 'steps', steps: [t('strong'), t('other'), t('office')] },
      { kind: 'action', label: t('action'), url },
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t('ignore', { reference }) },
    ],
  };
}

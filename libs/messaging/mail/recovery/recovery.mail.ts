import type { Language } from '#libs/kernel';
import type { MailBlock, MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { recoveryTexts } from './recovery.texts.js';

/** What is told to whoever reads the mailbox; the page that asked says the same to everybody. */
export type RecoveryMail =
  /** `url` opens the road to a new password. */
  | { readonly about: 'link'; readonly username: string; readonly url: string }
  /** The password does not come back by mail. `url`: what to do instead. */
  | { readonly about: 'advice'; readonly username?: string; readonly url: string }
  /** Nobody has this address. */
  | { readonly about: 'unknown'; readonly url: string };

/** Answers somebody who forgot user name or password. */
export const recoveryMail: MailTemplate<RecoveryMail> = { name: 'recovery', content };

function content(data: RecoveryMail, language: Language): MailContent {
  const t = recoveryTexts.in(language);
  return {
    subject: t('heading'),
    heading: t('heading'),
    preview: t('preview'),
    blocks: [
      ...usernameIn(data, language),
      { kind: 'paragraph', text: t(data.about) },
      { kind: 'action', label: t(data.about === 'link' ? 'choose' : 'other'), url: data.url },
      ...(data.about === 'link' ? [{ kind: 'paragraph' as const, text: t('valid') }] : []),
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t('notYouAdvice') },
    ],
  };
}

function usernameIn(data: RecoveryMail, language: Language): MailBlock[] {
  if (data.about === 'unknown' || data.username === undefined) return [];
  const label = recoveryTexts.in(language)('username');
  return [{ kind: 'facts', facts: [{ label, value: data.username }] }];
}

import type { Language } from '#libs/kernel';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { verifyAddressTexts } from './verify-address.texts.js';

export interface VerifyAddress {
  readonly code: string;
  /** Opens a page with a button; opening it changes nothing. */
  readonly url: string;
}

/** Asks whoever gets it to confirm that this address is theirs. */
export const verifyAddressMail: MailTemplate<VerifyAddress> = { name: 'verify-address', content };

function content({ code, url }: VerifyAddress, language: Language): MailContent {
  const t = verifyAddressTexts.in(language);
  return {
    subject: t('subject'),
    heading: t('subject'),
    preview: t('introduction'),
    blocks: [
      { kind: 'paragraph', text: t('introduction') },
      { kind: 'action', label: t('confirm'), url },
      { kind: 'paragraph', text: t('orCode') },
      { kind: 'facts', facts: [{ label: t('code'), value: code }] },
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t('ignore') },
    ],
  };
}

import type { Language } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { formatDate } from '#libs/texts';
import { keyName } from '../key-name.js';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { keyExpiryTexts } from './key-expiry.texts.js';

export interface KeyExpiryNotice {
  /** `soon`: a reminder; `over`: it opens nothing any more. */
  readonly about: 'soon' | 'over';
  readonly key: KeyKind;
  /** Name that the person gave it. */
  readonly label?: string;
  /** ISO 8601, UTC. */
  readonly expiresAt: string;
  /** Where a new one is made. */
  readonly url: string;
}

/** Tells a person that a key of theirs ends by itself. */
export const keyExpiryMail: MailTemplate<KeyExpiryNotice> = { name: 'key-expiry', content };

function content({ about, key, label, expiresAt, url }: KeyExpiryNotice, language: Language): MailContent {
  const t = keyExpiryTexts.in(language);
  return {
    subject: t(about),
    heading: t(about),
    preview: t(`${about}Advice`),
    blocks: [
      {
        kind: 'facts',
        facts: [
          { label: t('key'), value: keyName(key, language) },
          ...(label === undefined ? [] : [{ label: t('label'), value: label }]),
          { label: t('until'), value: formatDate(new Date(expiresAt), language) },
        ],
      },
      { kind: 'paragraph', text: t(`${about}Advice`) },
      { kind: 'action', label: t('renew'), url },
    ],
  };
}

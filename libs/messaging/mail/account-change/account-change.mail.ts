import type { Language } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { formatDateTime } from '#libs/texts';
import { keyName } from '../key-name.js';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { accountChangeTexts } from './account-change.texts.js';

export const ACCOUNT_CHANGES = [
  'key-activated',
  'key-replaced',
  'key-suspended',
  'key-resumed',
  'key-revoked',
  'mail-added',
  'mail-removed',
  'phone-added',
  'phone-removed',
  'primary-changed',
  'language-changed',
  'recovery-started',
  'password-recovered',
  'disowned',
  'data-downloaded',
  'erasure-asked',
] as const;
export type AccountChangeKind = (typeof ACCOUNT_CHANGES)[number];

export interface AccountChangeNotice {
  readonly what: AccountChangeKind;
  readonly key?: KeyKind;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Internet address, masked. */
  readonly address: string;
  /** Where the person says that it was not them. */
  readonly disownUrl: string;
}

/** Tells a person that something about their keys or contact data was changed. */
export const accountChangeMail: MailTemplate<AccountChangeNotice> = { name: 'account-change', content };

function content(data: AccountChangeNotice, language: Language): MailContent {
  const t = accountChangeTexts.in(language);
  const { what, key, at, address, disownUrl } = data;
  return {
    subject: t(what),
    heading: t(what),
    preview: t('preview'),
    blocks: [
      { kind: 'paragraph', text: t('introduction') },
      {
        kind: 'facts',
        facts: [
          ...(key === undefined ? [] : [{ label: t('key'), value: keyName(key, language) }]),
          { label: t('when'), value: formatDateTime(new Date(at), language) },
          { label: t('address'), value: address },
        ],
      },
      { kind: 'subheading', text: t('notYou') },
      { kind: 'paragraph', text: t(what === 'disowned' ? 'alreadyStopped' : 'notYouAdvice') },
      ...(what === 'disowned' ? [] : [{ kind: 'action' as const, label: t('disown'), url: disownUrl }]),
    ],
  };
}

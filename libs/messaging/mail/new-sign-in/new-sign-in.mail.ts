import type { Language, LocalisedText } from '#libs/kernel';
import type { KeyKind } from '#libs/loa';
import { formatDateTime } from '#libs/texts';
import { keyName } from '../key-name.js';
import type { MailContent } from '../mail-content.js';
import type { MailTemplate } from '../mail-template.js';
import { newSignInTexts } from './new-sign-in.texts.js';

export interface NewSignIn {
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Name of the service that the person signed in to. */
  readonly service: LocalisedText;
  readonly key: KeyKind;
  /** Rough place, when known: a town or a country. */
  readonly place?: string;
  /** Internet address, masked, for example `192.0.2.x`. */
  readonly address: string;
  /** Where the person manages the keys (SMA). */
  readonly manageUrl: string;
}

/** Tells a person about a sign-in from a device that was not seen before. */
export const newSignInMail: MailTemplate<NewSignIn> = {
  name: 'new-sign-in',
  content: (data, language) => content(data, language),
};

function content(data: NewSignIn, language: Language): MailContent {
  const t = newSignInTexts.in(language);
  return {
    subject: t('subject', { service: data.service[language] }),
    heading: t('heading'),
    preview: t('preview'),
    blocks: [
      { kind: 'paragraph', text: t('introduction') },
      {
        kind: 'facts',
        facts: [
          { label: t('when'), value: formatDateTime(new Date(data.at), language) },
          { label: t('service'), value: data.service[language] },
          { label: t('key'), value: keyName(data.key, language) },
          ...(data.place === undefined ? [] : [{ label: t('place'), value: data.place }]),
          { label: t('address'), value: data.address },
        ],
      },
      { kind: 'subheading', text: t('notYou') },
      { kind: 'steps', steps: [t('stepOpen'), t('stepEnd'), t('stepChange')] },
      { kind: 'action', label: t('open'), url: data.manageUrl },
    ],
  };
}

import type { Language } from '#libs/kernel';
import { accountChangeTexts } from '../../mail/account-change/account-change.texts.js';
import type { AccountChangeKind } from '../../mail/account-change/account-change.mail.js';
import { telephoneText } from '../../sms/telephone-text.js';
import type { TextTemplate } from '../text-template.js';
import { accountAlertTexts } from './account-alert.texts.js';

export interface AccountAlert {
  readonly what: AccountChangeKind;
}

/** Says on the telephone what was changed: who it is about and from where stays in the mail. */
export const accountAlertText: TextTemplate<AccountAlert> = { name: 'account-alert', content };

function content({ what }: AccountAlert, language: Language): string {
  const change = accountChangeTexts.in(language)(what);
  return telephoneText(accountAlertTexts.in(language)('body', { change }));
}

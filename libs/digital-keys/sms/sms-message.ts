import type { Language } from '#libs/kernel';
import { telephoneText } from '#libs/messaging';
import { smsMessageTexts } from './sms-message.texts.js';

export interface CodeInMessage {
  readonly code: string;
  readonly service: string;
  readonly minutes: number;
  /** Host name of FAS. */
  readonly host: string;
}

/** The name of the service must not push the message into a second part. */
const LONGEST_SERVICE = 40;

/**
 * The text message with a code. Its last line binds the code to our host, so that telephones offer it on no other site
 * (WICG, Origin-bound one-time codes delivered via SMS). It says nothing about the person.
 */
export function smsMessage({ code, service, minutes, host }: CodeInMessage, language: Language): string {
  const body = smsMessageTexts.in(language)('body', { code, service: shortened(service), minutes });
  return `${telephoneText(body)}\n@${host} #${code}`;
}

const shortened = (name: string): string =>
  name.length <= LONGEST_SERVICE ? name : `${name.slice(0, LONGEST_SERVICE - 3).trimEnd()}...`;

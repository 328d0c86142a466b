import { Injectable } from '@nestjs/common';

/** A message on one telephone. */
export interface Sms {
  /** E.164, with the plus. */
  readonly to: string;
  readonly text: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Message id that the SMS centre gave; of the first part when the message came in parts. */
  readonly id: string;
}

const MOST = 5000;

/** `+32…` whatever the spelling; a plus in a query string arrives as a space. */
export function telephone(text: string): string {
  const digits = text.replaceAll(/\D/gu, '');
  return `+${digits.startsWith('00') ? digits.slice(2) : digits}`;
}

/** Messages that arrived since the sandbox started, newest first; the oldest makes room. */
@Injectable()
export class SmsInbox {
  private readonly messages: Sms[] = [];

  deliver(message: Sms): void {
    this.messages.unshift({ ...message, to: telephone(message.to) });
    this.messages.splice(MOST);
  }

  list(to?: string): readonly Sms[] {
    return to ? this.messages.filter((message) => message.to === telephone(to)) : this.messages;
  }
}

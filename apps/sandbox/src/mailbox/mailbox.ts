import { Injectable } from '@nestjs/common';
import type { MailMessage } from './message.js';

/** A message in one person's mailbox. */
export interface Mail extends MailMessage {
  readonly id: string;
  readonly to: string;
  /** ISO 8601, UTC. */
  readonly at: string;
}

const MOST = 5000;

/** Mail that arrived since the sandbox started, newest first; the oldest makes room. */
@Injectable()
export class Mailbox {
  private readonly mails: Mail[] = [];
  private counter = 0;

  /** A copy of a message that is in the box already is dropped, as mail servers do. */
  deliver(recipients: readonly string[], message: MailMessage, at = new Date()): void {
    for (const to of recipients) {
      if (message.messageId !== undefined && this.has(to, message.messageId)) continue;
      this.counter += 1;
      this.mails.unshift({ ...message, id: String(this.counter), to, at: at.toISOString() });
    }
    this.mails.splice(MOST);
  }

  list(to?: string): readonly Mail[] {
    const wanted = to?.trim().toLowerCase();
    return wanted ? this.mails.filter((mail) => mail.to.toLowerCase() === wanted) : this.mails;
  }

  private has(to: string, messageId: string): boolean {
    return this.mails.some((mail) => mail.messageId === messageId && mail.to === to);
  }

  find(id: string): Mail | undefined {
    return this.mails.find((mail) => mail.id === id);
  }
}

import type { Language } from '#libs/kernel';
import type { MailAttachment, MailContent } from './mail-content.js';
import { renderMailHtml } from './mail-html.js';
import { renderMailText } from './mail-text.js';

/** A kind of mail. `data` is what the outbox keeps: plain values, moments as ISO 8601 text. */
export interface MailTemplate<D extends object = object> {
  readonly name: string;
  content(data: D, language: Language): MailContent;
}

export interface RenderedMail {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
}

export function renderMail<D extends object>(
  template: MailTemplate<D>,
  data: D,
  language: Language,
): RenderedMail {
  const content = template.content(data, language);
  return {
    subject: content.subject,
    html: renderMailHtml(content, language),
    text: renderMailText(content, language),
    ...(content.attachments !== undefined && { attachments: content.attachments }),
  };
}

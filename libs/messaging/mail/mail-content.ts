/** A piece of a mail. Both parts, HTML and plain text, are made from the same pieces, so they say the same. */
export type MailBlock =
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'subheading'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly label: string; readonly value: string }[] }
  | { readonly kind: 'steps'; readonly steps: readonly string[] }
  | { readonly kind: 'action'; readonly label: string; readonly url: string };

export interface MailContent {
  readonly subject: string;
  readonly heading: string;
  /** Shown by mail programs in the list, after the subject. */
  readonly preview: string;
  readonly blocks: readonly MailBlock[];
  readonly attachments?: readonly MailAttachment[];
}

/** A file of text that goes along. */
export interface MailAttachment {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

import type { Language } from '#libs/kernel';

/** The words of a page on which a code is asked, as the way of sending has them. */
export interface CodeWords {
  readonly title: string;
  readonly alreadyProven: string;
  readonly offer: string;
  readonly send: string;
  readonly sent: string;
  readonly label: string;
  readonly hint: string;
  readonly nothingTitle: string;
  readonly nothing: string;
  readonly downTitle: string;
  readonly down: string;
  readonly slowTitle: string;
  readonly slow: string;
  /** A weakness of this way of sending that the person should know (NIST SP 800-63B section 3.1.3.3). */
  readonly weakness?: string;
  readonly simChangedTitle?: string;
  readonly simChanged?: string;
}

export type WordsOf = (language: Language, destination: string) => CodeWords;

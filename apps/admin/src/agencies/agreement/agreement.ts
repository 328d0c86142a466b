import { createHash } from 'node:crypto';
import type { Language } from '#libs/kernel';
import { agreementTexts } from './agreement.texts.js';

/** The version that agencies sign now. A change of its text is a new version, signed anew. */
export const AGREEMENT_VERSION = '1.0';

const ARTICLES = ['object', 'use', 'security', 'data', 'audit', 'cost', 'end'] as const;

export interface AgreementArticle {
  readonly title: string;
  readonly text: string;
}

/** The text in one language, article by article. */
export function agreementArticles(language: Language): readonly AgreementArticle[] {
  const t = agreementTexts.in(language);
  return ARTICLES.map((article, at) => ({ title: `${at + 1}. ${t(`${article}-title`)}`, text: t(article) }));
}

/** SHA-256 of the text that somebody read, in hex: proves later which words were signed. */
export function agreementHash(language: Language): string {
  const words = agreementArticles(language).map(({ title, text }) => `${title}\n${text}`);
  return createHash('sha256')
    .update([AGREEMENT_VERSION, language, ...words].join('\n\n'))
    .digest('hex');
}

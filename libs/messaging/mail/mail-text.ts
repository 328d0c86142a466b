import type { Language } from '#libs/kernel';
import type { MailBlock, MailContent } from './mail-content.js';
import { mailTexts } from './mail.texts.js';

/** The plain text part: for mail programs without HTML, screen readers and spam filters. */
export function renderMailText({ heading, blocks }: MailContent, language: Language): string {
  const t = mailTexts.in(language);
  const footer = `-- \n${t('sender')}\n${t('neverAsked')}\n${t('automatic')}`;
  return `${[heading, ...blocks.map(textOf), footer].join('\n\n')}\n`;
}

function textOf(block: MailBlock): string {
  switch (block.kind) {
    case 'paragraph':
      return block.text;
    case 'subheading':
      return `${block.text}\n${'-'.repeat(Math.min(block.text.length, 60))}`;
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'steps':
      return block.steps.map((step, index) => `${index + 1}. ${step}`).join('\n');
    case 'action':
      return `${block.label}:\n${block.url}`;
  }
}

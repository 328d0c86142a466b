import type { PageExample } from '#libs/ui';
import { codeExamples } from '../one-time-code/code.examples.js';
import { maskMailbox } from './email-address.js';
import { emailWords } from './email.words.js';

export const emailExamples: readonly PageExample[] = codeExamples({
  key: 'email',
  words: emailWords,
  destination: maskMailbox('lotte@people.example'),
});

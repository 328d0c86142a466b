import type { WordsOf } from '../one-time-code/code-words.js';
import { emailTexts } from './email.texts.js';

export const emailWords: WordsOf = (language, destination) => {
  const t = emailTexts.in(language);
  return {
    title: t('title'),
    alreadyProven: t('alreadyProven'),
    offer: t('offer', { destination }),
    send: t('send'),
    sent: t('sent', { destination }),
    label: t('label'),
    hint: t('hint'),
    nothingTitle: t('nothingTitle'),
    nothing: t('nothing'),
    downTitle: t('downTitle'),
    down: t('down'),
    slowTitle: t('slowTitle'),
    slow: t('slow'),
  };
};

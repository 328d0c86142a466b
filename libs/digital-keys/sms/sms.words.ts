import type { WordsOf } from '../one-time-code/code-words.js';
import { smsTexts } from './sms.texts.js';

export const smsWords: WordsOf = (language, destination) => {
  const t = smsTexts.in(language);
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
    weakness: t('weakness'),
    simChangedTitle: t('simChangedTitle'),
    simChanged: t('simChanged'),
  };
};

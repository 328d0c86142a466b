import type { Language } from '#libs/kernel';
import { signedOutTexts } from './signed-out.texts.js';

/** An application that shared the session, and how far its sign-out is. */
export interface LeftService {
  readonly name: string;
  /** waiting: its turn is still to come; visited: the browser is or was there; told: it is being told directly */
  readonly state: 'confirmed' | 'waiting' | 'visited' | 'told' | 'unconfirmed';
}

const WORDS = {
  confirmed: 'confirmed',
  waiting: 'stillToDo',
  visited: 'unconfirmed',
  told: 'beingTold',
  unconfirmed: 'byHand',
} as const;

export const progressWord = ({ state }: LeftService, language: Language): string =>
  signedOutTexts.in(language)(WORDS[state]);

import { minutes } from '#libs/kernel';
import { randomToken, type FieldCipher } from '#libs/security';

export type CardVisitor = 'fas' | 'sma';

/** Why a browser is sent to the certificate listener, and where it goes afterwards. */
export interface CardVisit {
  /** Which of our apps asks; at sign-in FAS, in the management of keys SMA. */
  readonly app: CardVisitor;
  /** Path at that app; the handle of the reading is added to it. */
  readonly returnTo: string;
  /** What only the asking login in this browser knows; whoever fetches the reading must know it too. */
  readonly binding: string;
  /** The self-test asks, nobody is signed in. */
  readonly test: boolean;
}

const CONTEXT = 'card-visit';

/** Longest time between pressing the button and having typed the PIN. */
const LIFETIME = minutes(10);

/** Name of the parameter with which a browser comes back. */
export const READING_PARAMETER = 'reading';

/** The address of the certificate listener for one visit: sealed, so that nobody sends people there but ourselves. */
export class CardGateAddress {
  constructor(
    /** Of the listener, for example `https://eid.example`. */
    readonly origin: string,
    private readonly cipher: FieldCipher,
  ) {}

  for(visit: CardVisit, now: Date): string {
    const sealed = this.cipher.encrypt(JSON.stringify({ ...visit, at: now.getTime() }), CONTEXT);
    return `${this.origin}/card?visit=${encodeURIComponent(sealed)}`;
  }

  /** The visit; undefined when we did not seal it, or too long ago. */
  open(sealed: string, now: Date): CardVisit | undefined {
    try {
      const { at, ...visit } = JSON.parse(this.cipher.decrypt(sealed, CONTEXT)) as CardVisit & { at: number };
      return now.getTime() - at > LIFETIME ? undefined : visit;
    } catch {
      return undefined;
    }
  }
}

/** A new one for each visit. */
export const newBinding = (): string => randomToken();

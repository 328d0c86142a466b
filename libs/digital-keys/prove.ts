import type { VNode } from 'preact';
import type { EnterpriseNumber, FedId, Language, LocalisedText } from '#libs/kernel';
import type { Enrolment, KeyKind, Level } from '#libs/loa';
import type { GuessCount } from './guess-count.js';
import type { ProveAddresses } from './prove-frame.js';

/** The first factor, proven earlier in this login or in the session it builds on. */
export interface FirstFactor {
  readonly fedId: FedId;
  readonly keyId: string;
}

/** What a key needs to know of the login in which it is to be proven. It knows no protocol. */
export interface ProveSituation {
  /** Network address of the browser. */
  readonly address: string;
  /** Whether this person signed in before in this browser; guesses from there are counted apart. */
  readonly familiarTo?: (fedId: FedId) => Promise<boolean>;
  /** Where failed proofs of any key are counted; given to a key that {@link ProvableKey.countsAlong counts along}. */
  readonly failedProofs?: GuessCount;
  readonly now: Date;
  /** What the login needs at least; only a key that knows several levels can do something about it. */
  readonly minimum?: Level;
  readonly firstFactor?: FirstFactor;
  /** The first factor comes from a session, so the person did not type it in this login. */
  readonly alreadySignedIn: boolean;
  readonly form: Readonly<Record<string, string | undefined>>;
  /** The login under way; a code that is sent is bound to it. */
  readonly journeyId: string;
  readonly language: Language;
  /** For whom the person proves who they are: named in messages, and charged for text messages. */
  readonly application: ProvingFor;
}

export interface ProvingFor {
  readonly id: string;
  readonly agency: EnterpriseNumber;
  readonly name: LocalisedText;
}

/** The browser comes back from where the proof was given. */
export interface ReturnSituation extends Omit<ProveSituation, 'form'> {
  readonly query: Readonly<Record<string, string | undefined>>;
  /** What the key kept when it sent the browser away; undefined when it never did. */
  readonly memory: Readonly<Record<string, string>> | undefined;
}

/** What comes of a proof. Only `proven` becomes an authentication event. */
export type ProveOutcome =
  | {
      readonly kind: 'proven';
      readonly fedId: FedId;
      readonly keyId: string;
      readonly enrolment: Enrolment;
      /** Of this very proof, for a key whose level differs from sign-in to sign-in. */
      readonly level?: Level;
    }
  /** The first of two factors holds; the same page asks for the second. */
  | { readonly kind: 'first-factor-proven'; readonly firstFactor: FirstFactor }
  /** A code is on its way; the same page asks for it. `firstFactor` when it was proven by this very form. */
  | { readonly kind: 'code-sent'; readonly firstFactor?: FirstFactor }
  | {
      readonly kind: 'wrong';
      /** For the audit record: which factor, and what about it. */
      readonly reason: string;
      readonly subject?: FedId;
      readonly page: (of: ProveAddresses) => VNode;
    }
  | {
      readonly kind: 'locked';
      readonly reason: string;
      readonly subject?: FedId;
      /** Proven by this very form all the same: another key needs not ask it again. */
      readonly firstFactor?: FirstFactor;
      readonly page: (of: ProveAddresses) => VNode;
    }
  /** The proof is given elsewhere: the browser goes there, and comes back to the key's return address. */
  | {
      readonly kind: 'elsewhere';
      readonly location: string;
      /** Kept with the login, sealed, until the browser is back. */
      readonly memory: Readonly<Record<string, string>>;
    }
  | {
      readonly kind: 'unavailable';
      readonly reason: string;
      readonly firstFactor?: FirstFactor;
      /** Says what does not work and offers other keys; a general page when absent. */
      readonly page?: (of: ProveAddresses) => VNode;
    };

/** Nothing was proven or refused: what was sent leads to another page of the same key. */
export interface NextPage {
  readonly kind: 'next-page';
  readonly page: (of: ProveAddresses) => VNode;
}

/** A digital key as FAS sees it: it shows its page and judges what comes back. */
export interface ProvableKey {
  readonly kind: KeyKind;
  /** Origin to which its page sends the browser; the page's policy must let the form go there. */
  readonly leadsTo?: string;
  /** Counts a guess at {@link ProveSituation.failedProofs} in one statement with its own counts, and settles it. */
  readonly countsAlong?: true;
  /** The page when nothing was sent yet. */
  page(
    of: ProveAddresses,
    situation: Pick<ProveSituation, 'firstFactor' | 'alreadySignedIn' | 'journeyId' | 'now'>,
  ): Promise<VNode> | VNode;
  prove(situation: ProveSituation): Promise<ProveOutcome | NextPage>;
  /** Judges what came back from elsewhere; only for keys that send the browser away. */
  returned?(situation: ReturnSituation): Promise<ProveOutcome>;
}

import type { VNode } from 'preact';
import type { Queryable } from '#libs/database';
import type { FedId, Language } from '#libs/kernel';
import type { Enrolment, KeyKind } from '#libs/loa';
import type { PageFrame } from '#libs/ui';
import type { DigitalKey } from '../digital-key.js';

/** Where the pages on which a key is set up lead. */
export interface SetupAddresses {
  readonly frame: PageFrame;
  /** Takes the form of the step that is shown. */
  readonly action: string;
  /** Begins this key anew, by a form. */
  readonly beginAction: string;
  readonly cancelHref: string;
}

export type SetupPage = (of: SetupAddresses) => VNode;
export type SetupMemory = Readonly<Record<string, string>>;

/** Who sets a key up, and where they stand. */
export interface SetupSituation {
  readonly fedId: FedId;
  /** What the new key will count as issued on. */
  readonly enrolment: Enrolment;
  readonly language: Language;
  readonly now: Date;
  /** Network address of the browser. */
  readonly address: string;
  readonly form: Readonly<Record<string, string | undefined>>;
  /** Stays the same for as long as this setup lasts; codes that are sent are bound to it. */
  readonly setupId: string;
  readonly memory: SetupMemory;
  /** The key in whose place the new one comes. */
  readonly replaces?: DigitalKey;
  /** The session proves the person by something that needs no password, so the present one is not asked. */
  readonly knownWithoutPassword: boolean;
}

/** The browser comes back from where the setup sent it. */
export interface SetupReturn extends SetupSituation {
  readonly query: Readonly<Record<string, string | undefined>>;
}

export type SetupOutcome =
  /** A further step; `memory` takes the place of what was kept. Pages may hold secrets: they are never stored. */
  | {
      readonly kind: 'page';
      readonly page: SetupPage;
      readonly memory?: SetupMemory;
      readonly problem?: string;
    }
  /** The browser proves something at another address of ours and comes back. */
  | { readonly kind: 'elsewhere'; readonly location: string; readonly memory: SetupMemory }
  /** It works in the hands of this person: it may be registered. */
  | {
      readonly kind: 'proven';
      readonly label?: string;
      /** When what proves the key ends by itself. */
      readonly expiresAt?: Date;
      readonly store: (tx: Queryable, keyId: string) => Promise<void>;
      /** The key that is replaced keeps its identity: only what proves it is new. */
      readonly inPlace?: boolean;
    };

/** A digital key as SMA sees it: it is set up in steps, proven once, and forgotten when it ends. */
export interface ManageableKey {
  readonly kind: KeyKind;
  /** Origin to which the browser is sent on the way, if it is. */
  readonly leadsTo?: string;
  /** The first step, after the person read what will happen. */
  begin(situation: SetupSituation): Promise<SetupOutcome>;
  /** The browser is back from there. */
  returned?(situation: SetupReturn): Promise<SetupOutcome>;
  /** Takes what was filled in. */
  finish(situation: SetupSituation): Promise<SetupOutcome>;
  /** Destroys what proves the key, once it is revoked. */
  retire?(tx: Queryable, keyId: string): Promise<void>;
}

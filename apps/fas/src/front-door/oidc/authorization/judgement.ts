import type { Application } from '#libs/agencies';
import type { AuthenticationRequest } from '../../../journey/authentication-request.js';
import type { Authenticated, RefusalReason } from '../../../journey/authentication-result.js';
import type { Completion } from '../../../journey/journey-record.js';

/** Whether a request may be answered at once, and what with. */
export type Judgement =
  | {
      readonly kind: 'granted';
      readonly result: Authenticated;
      /** Still to be recorded, together with the code; absent when a journey recorded it. */
      readonly completion?: Completion;
    }
  | { readonly kind: 'refused'; readonly reason: RefusalReason; readonly recorded: boolean }
  | {
      readonly kind: 'person-needed';
      readonly request: AuthenticationRequest;
      readonly application: Application;
    };

export type Granted = Extract<Judgement, { kind: 'granted' }>;
export type PersonNeeded = Extract<Judgement, { kind: 'person-needed' }>;

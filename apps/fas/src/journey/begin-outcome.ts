import type { AuthenticationResult } from './authentication-result.js';
import type { Completion } from './journey-record.js';

export type BeginOutcome =
  | {
      readonly kind: 'finished';
      readonly result: AuthenticationResult;
      /** The record of a result that is a sign-in; a refusal is recorded. */
      readonly completion?: Completion;
    }
  /** The person is needed: open a journey and send the browser to it. */
  | { readonly kind: 'person-needed' };

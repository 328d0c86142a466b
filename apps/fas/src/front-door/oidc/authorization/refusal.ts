import { errors } from 'oidc-provider';
import type { RefusalReason } from '../../../journey/authentication-result.js';

/** Error codes: OpenID Connect Core 3.1.2.6 and Unmet Authentication Requirements 1.0. */
const ERRORS: Readonly<Record<RefusalReason, readonly [error: string, description: string]>> = {
  cancelled: ['access_denied', 'the person did not go on'],
  'sign-in-needed': ['login_required', 'the person has to sign in'],
  'level-not-met': ['interaction_required', 'the person has to prove a stronger digital key'],
  'interaction-needed': ['consent_required', 'the person has to see what the service receives'],
  'level-impossible': [
    'unmet_authentication_requirements',
    'no digital key that the service offers meets what is asked',
  ],
  'attribute-unavailable': [
    'temporarily_unavailable',
    'an attribute that the service needs cannot be had now',
  ],
  'other-person': ['login_required', 'another person is signed in'],
};

export function errorOfRefusal(reason: RefusalReason): { error: string; error_description: string } {
  const [error, error_description] = ERRORS[reason];
  return { error, error_description };
}

/** The refusal as the error that the OpenID provider sends to the client. */
export class RefusalError extends errors.CustomOIDCProviderError {
  /** @param recorded the journey wrote it down already */
  constructor(
    reason: RefusalReason,
    readonly recorded: boolean,
  ) {
    const { error, error_description } = errorOfRefusal(reason);
    super(error, error_description);
  }
}

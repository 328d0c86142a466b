import { STATUS, type ResponseStatus, type StatusCode } from '#libs/saml';
import type { RefusalReason } from '../../../journey/authentication-result.js';

/** Second-level status (Core 3.2.2.2) and a word for who debugs. */
const STATUSES: Readonly<Record<RefusalReason, readonly [subCode: StatusCode, message: string]>> = {
  cancelled: [STATUS.authnFailed, 'the person did not go on'],
  'sign-in-needed': [STATUS.noPassive, 'the person has to sign in'],
  'level-not-met': [STATUS.noPassive, 'the person has to prove a stronger digital key'],
  'interaction-needed': [STATUS.noPassive, 'the person has to see what the service receives'],
  'level-impossible': [STATUS.noAuthnContext, 'no digital key that the service offers meets what is asked'],
  'attribute-unavailable': [STATUS.requestDenied, 'an attribute that the service needs cannot be had now'],
  'other-person': [STATUS.unknownPrincipal, 'another person is signed in'],
};

export function refusalStatus(reason: RefusalReason): ResponseStatus {
  const [subCode, message] = STATUSES[reason];
  return { code: STATUS.responder, subCode, message };
}

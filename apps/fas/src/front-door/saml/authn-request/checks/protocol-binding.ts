import { BINDING, STATUS, type AuthnRequest } from '#libs/saml';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/** The answer is wanted by POST, or in any way (Core 3.4.1; Profiles 4.1.2 forbids Redirect for a response). */
export function checkProtocolBinding({ protocolBinding }: AuthnRequest): StatusOutcome<void> {
  if (protocolBinding === undefined || protocolBinding === BINDING.post) return passed(undefined);
  return toParty('protocol-binding', { code: STATUS.responder, subCode: STATUS.unsupportedBinding });
}

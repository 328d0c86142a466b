import { BINDING, STATUS, type AuthnRequest } from '#libs/saml';
import type { ReturnPoint } from '../received-request.js';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/**
 * The answer is wanted by POST or Artifact as the return address has it, or in any way (Core 3.4.1; Profiles 4.1.2
 * forbids Redirect for a response).
 */
export function checkProtocolBinding(
  { protocolBinding }: AuthnRequest,
  { binding }: ReturnPoint,
): StatusOutcome<void> {
  if (protocolBinding === undefined || protocolBinding === BINDING[binding]) return passed(undefined);
  return toParty('protocol-binding', { code: STATUS.responder, subCode: STATUS.unsupportedBinding });
}

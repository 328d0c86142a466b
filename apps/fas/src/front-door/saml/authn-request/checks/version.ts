import { STATUS, type AuthnRequest } from '#libs/saml';
import { passed, toParty, type StatusOutcome } from '../rejection.js';

/** We speak SAML 2.0 (Core 4.1.2). */
export function checkVersion({ version }: AuthnRequest): StatusOutcome<void> {
  return version === '2.0' ? passed(undefined) : toParty('version', { code: STATUS.versionMismatch });
}

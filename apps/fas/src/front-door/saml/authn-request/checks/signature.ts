import { authenticateMessage, type ParsedXml, type SamlMessage } from '#libs/saml';
import { WrongSignature } from '../../saml.errors.js';
import type { ServiceProvider } from '../../service-providers.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

export interface Sender {
  /** From here values may be read. */
  readonly root: ParsedXml['root'];
  readonly signed: boolean;
}

/**
 * A signature that is demanded is there, and one that is there is right, demanded or not (SDP-IDP04, SDP-IDP05;
 * Bindings 3.4.4.1, 3.5.4.1).
 */
export function checkSignature(
  message: SamlMessage,
  root: ParsedXml['root'],
  party: ServiceProvider,
): PageOutcome<Sender> {
  const outcome = authenticateMessage(message, root, party.trust);
  if (outcome.kind === 'refused') return toPage('signature', WrongSignature, outcome.reason);
  const signed = outcome.kind === 'signed';
  return signed || !party.requestsMustBeSigned
    ? passed({ root: outcome.root, signed })
    : toPage('signature', WrongSignature, 'unsigned');
}

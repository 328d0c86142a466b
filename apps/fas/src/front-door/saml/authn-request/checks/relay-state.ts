import { UnusableSamlRequest } from '../../saml.errors.js';
import { passed, toPage, type PageOutcome } from '../rejection.js';

/** Bindings 3.4.3 allows 80 octets; real services put addresses in it, so we echo more, but not anything. */
const LONGEST = 1024;

// A form cannot bring these back unchanged: browsers turn line ends into others and drop NUL.
// oxlint-disable-next-line no-control-regex -- the control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/;

/** RelayState can be given back octet for octet; otherwise it is refused, never cut. */
export function checkRelayState(relayState: string | undefined): PageOutcome<void> {
  if (relayState === undefined) return passed(undefined);
  if (Buffer.byteLength(relayState, 'utf8') > LONGEST)
    return toPage('relay-state', UnusableSamlRequest, 'too-long');
  return CONTROL.test(relayState)
    ? toPage('relay-state', UnusableSamlRequest, 'control-character')
    : passed(undefined);
}

import type { EnvelopeCheck } from '../expected.js';
import { refuse } from '../response-refusal.js';
import { isAhead, isTooOld } from './clock.js';

const version: EnvelopeCheck = (envelope) =>
  envelope.version === '2.0' ? undefined : refuse('version', 'response');

/** Core 8.3.6; a signature only says that a key was used, not who was asked. */
const issuer: EnvelopeCheck = (envelope, expected) =>
  envelope.issuer === expected.issuer ? undefined : refuse('response-issuer');

/** Bindings 3.5.5.2: a signed message by POST says where it is to go, and that is here. */
const destination: EnvelopeCheck = (envelope, expected) =>
  envelope.destination === expected.recipient ? undefined : refuse('destination');

const inResponseTo: EnvelopeCheck = (envelope, expected) =>
  envelope.inResponseTo === expected.requestId ? undefined : refuse('in-response-to', 'response');

const issueInstant: EnvelopeCheck = ({ issuedAt }, { now }) =>
  isAhead(issuedAt, now) || isTooOld(issuedAt, now) ? refuse('issue-instant', 'response') : undefined;

/** In this order; the first that refuses decides. */
export const ENVELOPE_CHECKS: readonly EnvelopeCheck[] = [
  version,
  issuer,
  destination,
  inResponseTo,
  issueInstant,
];

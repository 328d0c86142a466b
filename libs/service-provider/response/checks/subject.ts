import type { AssertionCheck } from '../expected.js';
import { refuse } from '../response-refusal.js';
import { isOver } from './clock.js';

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/** Profiles 4.1.4.2: who holds a key, or vouches as a sender, has not shown it in a browser. */
const method: AssertionCheck = ({ confirmation }) =>
  confirmation.method === BEARER ? undefined : refuse('confirmation-method', confirmation.method);

const recipient: AssertionCheck = ({ confirmation }, expected) =>
  confirmation.recipient === expected.recipient ? undefined : refuse('recipient');

const inResponseTo: AssertionCheck = ({ confirmation }, expected) =>
  confirmation.inResponseTo === expected.requestId ? undefined : refuse('in-response-to', 'assertion');

/** NotOnOrAfter must be there, NotBefore may not be (Profiles 4.1.4.2). */
const time: AssertionCheck = ({ confirmation: { notBefore, notOnOrAfter } }, { now }) =>
  notBefore !== undefined || notOnOrAfter === undefined || isOver(notOnOrAfter, now)
    ? refuse('confirmation-time')
    : undefined;

export const SUBJECT_CHECKS: readonly AssertionCheck[] = [method, recipient, inResponseTo, time];

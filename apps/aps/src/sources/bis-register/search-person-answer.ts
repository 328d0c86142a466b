import type { Element } from '@xmldom/xmldom';
import { parsePersonNumber, type PersonNumber } from '#libs/kernel';
import type { RegisterAddress, RegisterPerson } from '../person/register-person.js';
import { codeOnly, faultCodeOf } from '../soap/soap-fault.js';
import { verifiedBody, type TrustedServer } from '../soap/ws-security.js';
import { at, childElements, NotXml, onlyChild, parseXml, textAt } from '../soap/xml.js';
import { PERSON_SERVICE } from './namespaces.js';

export type SearchPersonOutcome =
  | { readonly kind: 'found'; readonly person: RegisterPerson }
  | { readonly kind: 'deceased' }
  | { readonly kind: 'not-found' }
  /** Another number took the place of the one that was asked about. */
  | { readonly kind: 'replaced'; readonly by: PersonNumber }
  | { readonly kind: 'functional-error'; readonly code: string }
  | { readonly kind: 'fault'; readonly code: string }
  | { readonly kind: 'not-trusted'; readonly reason: string }
  | { readonly kind: 'malformed'; readonly reason: string };

export interface AnswerExpectations {
  readonly asked: PersonNumber;
  /** Our ticket, which the answer repeats. */
  readonly ticket: string;
  readonly server: TrustedServer;
  readonly now: Date;
}

/**
 * Reads the envelope that came back. As with the National Register: a fault is believed unsigned, everything else only
 * when the KSZ signed it, under our ticket, and about the number that was asked.
 */
export function readSearchPerson(text: string, expected: AnswerExpectations): SearchPersonOutcome {
  try {
    const document = parseXml(text);
    const fault = faultCodeOf(document);
    if (fault !== undefined) return { kind: 'fault', code: fault };
    const verification = verifiedBody(document, expected.server, expected.now);
    if (verification.kind === 'not-trusted') return verification;
    return readReply(onlyChild(verification.body, PERSON_SERVICE, 'searchPersonBySsinReply'), expected);
  } catch (error) {
    if (error instanceof NotXml) return { kind: 'malformed', reason: error.message.slice(0, 100) };
    throw error;
  }
}

function readReply(reply: Element | undefined, expected: AnswerExpectations): SearchPersonOutcome {
  if (reply === undefined) return { kind: 'malformed', reason: 'no searchPersonBySsinReply' };
  if (textAt(reply, 'informationCustomer', 'ticket') !== expected.ticket)
    return { kind: 'not-trusted', reason: 'answer under another ticket' };
  if (textAt(reply, 'criteria', 'ssin') !== expected.asked)
    return { kind: 'not-trusted', reason: 'answer to another question' };
  const status = textAt(reply, 'status', 'value');
  if (status === 'NO_RESULT' || status === 'NO_DATA_FOUND') return { kind: 'not-found' };
  const code = textAt(reply, 'status', 'code');
  if (status !== 'DATA_FOUND')
    return code === undefined
      ? { kind: 'malformed', reason: 'no status' }
      : { kind: 'functional-error', code: codeOnly(code) };
  return readPerson(at(reply, 'result', 'person'), expected);
}

function readPerson(person: Element | undefined, { asked, now }: AnswerExpectations): SearchPersonOutcome {
  const ssin = at(person, 'ssin');
  const number = textAt(person, 'ssin');
  if (person === undefined || ssin === undefined || number === undefined)
    return { kind: 'malformed', reason: 'no person' };
  if (number !== asked) return replacement(ssin, number, { asked, now });
  if (ssin.getAttribute('canceled') === 'true') return { kind: 'not-found' };
  return at(person, 'decease') === undefined
    ? { kind: 'found', person: personIn(person, number) }
    : { kind: 'deceased' };
}

/** The KSZ answers under the number that is valid now and says which one it replaces. */
function replacement(
  ssin: Element,
  number: string,
  { asked, now }: Pick<AnswerExpectations, 'asked' | 'now'>,
): SearchPersonOutcome {
  if (ssin.getAttribute('replaces') !== asked)
    return { kind: 'not-trusted', reason: 'answer about another person' };
  const parsed = parsePersonNumber(number, { today: now });
  return parsed.kind === 'valid'
    ? { kind: 'replaced', by: parsed.number }
    : { kind: 'malformed', reason: 'replaced by what is no number' };
}

const GENDERS: Readonly<Record<string, 'male' | 'female'>> = { M: 'male', F: 'female' };

function personIn(person: Element, personNumber: string): RegisterPerson {
  const name = at(person, 'name');
  const firstNames = (name === undefined ? [] : childElements(name))
    .filter(({ localName }) => localName === 'firstName')
    .map(({ textContent }) => textContent?.trim() ?? '')
    .filter((first) => first !== '');
  return {
    personNumber,
    firstNames,
    lastName: textAt(name, 'lastName'),
    gender: GENDERS[textAt(person, 'gender', 'genderCode') ?? ''],
    birthDate: knownPart(textAt(person, 'birth', 'birthDate')),
    address: addressIn(at(person, 'address', 'residentialAddress')),
  };
}

/** Zeros stand for what is unknown: `1995-00-00` is `1995`. */
const knownPart = (date: string | undefined): string | undefined =>
  /^\d{4}(?:-\d\d){0,2}$/.test(date ?? '')
    ? date?.replace(/(?:-00)+$/, '').replace(/-00-.*$/, '')
    : undefined;

function addressIn(address: Element | undefined): RegisterAddress | undefined {
  if (address === undefined) return undefined;
  return {
    country: textAt(address, 'countryIsoCode'),
    street: textAt(address, 'streetName'),
    houseNumber: textAt(address, 'houseNumber'),
    postCode: textAt(address, 'postalCode'),
    municipalityCode: textAt(address, 'cityCode'),
    municipality: textAt(address, 'cityName'),
  };
}

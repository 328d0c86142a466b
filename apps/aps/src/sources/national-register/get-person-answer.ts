import type { Element } from '@xmldom/xmldom';
import type { PersonNumber } from '#libs/kernel';
import type { RegisterAddress, RegisterPerson } from '../person/register-person.js';
import { codeOnly, faultCodeOf } from '../soap/soap-fault.js';
import { verifiedBody, type TrustedServer } from '../soap/ws-security.js';
import { at, childElements, NotXml, onlyChild, parseXml, textAt } from '../soap/xml.js';
import { GET_PERSON_MESSAGES } from './namespaces.js';

export type GetPersonOutcome =
  | { readonly kind: 'found'; readonly person: RegisterPerson; readonly trust?: string | undefined }
  | { readonly kind: 'deceased' }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'replaced' }
  | { readonly kind: 'functional-error'; readonly code: string }
  | { readonly kind: 'fault'; readonly code: string }
  | { readonly kind: 'not-trusted'; readonly reason: string }
  | { readonly kind: 'malformed'; readonly reason: string };

export interface AnswerExpectations {
  readonly asked: PersonNumber;
  readonly server: TrustedServer;
  readonly now: Date;
}

/**
 * Reads the envelope that came back. A fault is believed unsigned, since it only says that there is no answer;
 * everything else is believed only when the register signed it, and only about the person who was asked.
 */
export function readGetPerson(text: string, { asked, server, now }: AnswerExpectations): GetPersonOutcome {
  try {
    const document = parseXml(text);
    const fault = faultCodeOf(document);
    if (fault !== undefined) return { kind: 'fault', code: fault };
    const verification = verifiedBody(document, server, now);
    if (verification.kind === 'not-trusted') return verification;
    return readBody(verification.body, asked);
  } catch (error) {
    if (error instanceof NotXml) return { kind: 'malformed', reason: error.message.slice(0, 100) };
    throw error;
  }
}

function readBody(body: Element, asked: PersonNumber): GetPersonOutcome {
  const response = onlyChild(body, GET_PERSON_MESSAGES, 'getPersonResponse');
  if (response === undefined) return { kind: 'malformed', reason: 'no getPersonResponse' };
  const error = at(response, 'error');
  if (error !== undefined) return functionalError(error);
  const natural = at(response, 'basicNaturalPerson');
  const basic = at(natural, 'basicPerson');
  if (natural === undefined || basic === undefined)
    return { kind: 'malformed', reason: 'no basicNaturalPerson' };
  if (textAt(basic, 'personNumber') !== asked)
    return { kind: 'not-trusted', reason: 'answer about another person' };
  return personIn(natural, basic);
}

const NOT_FOUND = /not.?found|no.?(result|data)|unknown|does.?not.?exist/i;
const REPLACED = /replace/i;

/** The codes of the bus are not published; what they say is recognised, and anything else is just an error. */
function functionalError(error: Element): GetPersonOutcome {
  const code = textAt(error, 'code', 'code') ?? textAt(error, 'code') ?? 'unknown';
  const words = `${code} ${textAt(error, 'code', 'description') ?? textAt(error, 'description') ?? ''}`;
  if (REPLACED.test(words)) return { kind: 'replaced' };
  if (NOT_FOUND.test(words)) return { kind: 'not-found' };
  return { kind: 'functional-error', code: codeOnly(code) };
}

function personIn(natural: Element, basic: Element): GetPersonOutcome {
  const state = textAt(natural, 'state');
  if (state === 'DECEASED' || state === 'DEAD') return { kind: 'deceased' };
  if (state !== 'ALIVE')
    return { kind: 'malformed', reason: 'state of the person is neither alive nor deceased' };
  return {
    kind: 'found',
    trust: basic.getAttribute('trust') ?? undefined,
    person: {
      personNumber: textAt(basic, 'personNumber') ?? '',
      firstNames: firstNamesIn(at(basic, 'name')),
      lastName: textAt(basic, 'name', 'lastName'),
      gender: genderOf(textAt(basic, 'gender', 'code')),
      birthDate: birthDateIn(at(basic, 'officialBirthDate')),
      address: addressIn(at(natural, 'address', 'structuredAddress')),
    },
  };
}

const firstNamesIn = (name: Element | undefined): string[] =>
  (name === undefined ? [] : childElements(name))
    .filter(({ localName }) => localName === 'firstName')
    .map(({ textContent }) => textContent?.trim() ?? '')
    .filter((text) => text !== '');

function genderOf(code: string | undefined): 'male' | 'female' | undefined {
  if (code === '1') return 'male';
  return code === '2' ? 'female' : undefined;
}

/** Century, year, month and day are apart, and zeros stand for what is unknown. */
function birthDateIn(date: Element | undefined): string | undefined {
  const [century, year, month, day] = ['century', 'year', 'month', 'day'].map((part) =>
    textAt(date, part)?.padStart(2, '0'),
  );
  if (century === undefined || year === undefined) return undefined;
  const known = [month, day].filter((part): part is string => part !== undefined);
  const unknownFrom = known.indexOf('00');
  return [`${century}${year}`, ...(unknownFrom === -1 ? known : known.slice(0, unknownFrom))].join('-');
}

function addressIn(address: Element | undefined): RegisterAddress | undefined {
  if (address === undefined) return undefined;
  return {
    country: textAt(address, 'country', 'code'),
    street: textAt(address, 'street', 'description'),
    houseNumber: textAt(address, 'houseNumber'),
    postCode: textAt(address, 'postCode'),
    municipalityCode: textAt(address, 'municipality', 'code'),
    municipality: textAt(address, 'municipality', 'description'),
  };
}

import type { Persona } from '#libs/testing';
import * as ns from './namespaces.js';
import { escapeXml } from '../xml/xml.js';

const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes}>${content}</${name}>`;
const text = (name: string, content: string): string => element(name, escapeXml(content));
const namespaces = (prefixes: Readonly<Record<string, string>>): string =>
  Object.entries(prefixes)
    .map(([prefix, uri]) => ` xmlns:${prefix}="${uri}"`)
    .join('');

const FROM_REGISTER = ' trust="AUTHENTIC_SOURCE" source="RN/RR"';
const GENDER_CODES = { male: '1', female: '2' } as const;

/** `getPersonResponse` about a person, in the shape of GetPerson version 3. */
export function personResponse(person: Persona): string {
  const content =
    text('per:state', person.state === 'alive' ? 'ALIVE' : 'DECEASED') +
    basicPerson(person) +
    addressOf(person);
  return response(element('per:basicNaturalPerson', content, namespaces({ per: ns.NATURAL_PERSON })));
}

function basicPerson(person: Persona): string {
  const names = [
    ...person.givenNames.map((name) => text('nam:firstName', name)),
    text('nam:lastName', person.surname),
  ].join('');
  const [year = '', month = '', day = ''] = person.birthDate.split('-');
  const birthDate =
    text('dat:century', year.slice(0, 2)) +
    text('dat:year', year.slice(2)) +
    text('dat:month', month) +
    text('dat:day', day);
  const content =
    text('ent:personNumber', person.nationalNumber) +
    element('ent:name', names) +
    element('ent:gender', text('cod:code', GENDER_CODES[person.sex])) +
    element('ent:officialBirthDate', birthDate);
  const declared = namespaces({ ent: ns.PERSON, nam: ns.NAME, cod: ns.CODE, dat: ns.DATE });
  return element('ent:basicPerson', content, FROM_REGISTER + declared);
}

function addressOf({ address }: Persona): string {
  const content =
    element('adr:country', text('cod:code', 'BE')) +
    element('adr:street', text('cod:code', address.streetCode) + text('cod:description', address.street)) +
    text('adr:houseNumber', address.houseNumber) +
    text('adr:postCode', address.postCode) +
    element(
      'adr:municipality',
      text('cod:code', address.municipalityCode) + text('cod:description', address.municipality),
    );
  const structured = element('adr:structuredAddress', content, FROM_REGISTER);
  return element('adr:address', structured, namespaces({ adr: ns.ADDRESS, cod: ns.CODE }));
}

export interface FunctionalError {
  readonly code: 'PERSON_NUMBER_INVALID' | 'PERSON_NOT_FOUND' | 'PERSON_NUMBER_REPLACED';
  readonly description: string;
}

/** `getPersonResponse/error`: the question was understood and has no person for an answer. */
export function errorResponse({ code, description }: FunctionalError): string {
  const content = element('mes:code', text('cod:code', code) + text('cod:description', description));
  return response(element('mes:error', content, namespaces({ cod: ns.CODE })));
}

/** Well-formed, and nothing that a reader of GetPerson version 3 knows. */
export const wrongSchemaResponse = (): string => response('<mes:weather>sunny</mes:weather>');

const response = (content: string): string =>
  element('mes:getPersonResponse', content, namespaces({ mes: ns.MESSAGES }));

import { randomUUID } from 'node:crypto';
import type { Persona } from '#libs/testing';
import { escapeXml } from '../xml/xml.js';
import { PERSON_SERVICE, type SearchPersonRequest } from './search-person-request.js';

const element = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes}>${content}</${name}>`;
const text = (name: string, content: string): string => element(name, escapeXml(content));

export interface Status {
  readonly value: 'DATA_FOUND' | 'NO_DATA_FOUND' | 'NO_RESULT';
  readonly code: string;
  readonly description: string;
}

export const FOUND: Status = { value: 'DATA_FOUND', code: 'MSG00000', description: 'Treatment successful' };
export const NOT_FOUND: Status = {
  value: 'NO_DATA_FOUND',
  code: 'MSG00100',
  description: 'No person has this number',
};
export const INVALID: Status = { value: 'NO_RESULT', code: 'MSG00008', description: 'Validation error' };

/** `searchPersonBySsinReply`: the frame of the question, what the KSZ adds to it, the status and the result. */
export function reply(request: SearchPersonRequest, status: Status, now: Date, result = ''): string {
  const { ticket, cbeNumber, legalContext, ssin } = request;
  const time = now.toISOString();
  const frame =
    element(
      'informationCustomer',
      text('ticket', ticket) +
        text('timestampSent', time) +
        element('customerIdentification', text('cbeNumber', cbeNumber)),
    ) +
    element(
      'informationCBSS',
      text('ticketCBSS', randomUUID()) + text('timestampReceive', time) + text('timestampReply', time),
    ) +
    text('legalContext', legalContext) +
    element('criteria', text('ssin', ssin));
  const said = element(
    'status',
    text('value', status.value) + text('code', status.code) + text('description', status.description),
  );
  return `<per:searchPersonBySsinReply xmlns:per="${PERSON_SERVICE}">${frame}${said}${result}</per:searchPersonBySsinReply>`;
}

/** The person, under the number that is valid now; `asked` is the one that it replaced, when another was asked. */
export function personResult(person: Persona, asked: string): string {
  const replaces = person.nationalNumber === asked ? '' : ` replaces="${asked}"`;
  const { address } = person;
  const content =
    element('ssin', person.nationalNumber, ` canceled="false"${replaces}`) +
    element(
      'name',
      text('lastName', person.surname) + person.givenNames.map((name) => text('firstName', name)).join(''),
    ) +
    element('birth', text('birthDate', person.birthDate)) +
    element('gender', text('genderCode', person.sex === 'male' ? 'M' : 'F')) +
    element(
      'address',
      element(
        'residentialAddress',
        text('countryIsoCode', 'BE') +
          text('cityCode', address.municipalityCode) +
          text('cityName', address.municipality) +
          text('postalCode', address.postCode) +
          text('streetName', address.street) +
          text('houseNumber', address.houseNumber),
      ),
    ) +
    (person.state === 'deceased' ? element('decease', text('deceaseDate', '2026-01-15')) : '');
  return element('result', element('person', content, ' register="BIS"'));
}

/** SOAP fault with the detail of the KSZ. */
export const kszFault = (reason: string): string =>
  `<soapenv:Fault><faultcode>soapenv:Server</faultcode><faultstring>${escapeXml(reason)}</faultstring><detail><error>` +
  `<severity>FATAL</severity><reasonCode>MSG00003</reasonCode><diagnostic>${escapeXml(reason)}</diagnostic>` +
  `<authorCode>http://kszbcss.fgov.be/</authorCode></error></detail></soapenv:Fault>`;

import type { Element } from '@xmldom/xmldom';
import { fault, type Faulted } from '../national-register/soap-fault.js';
import { elementsIn, isNamed, textOf } from '../xml/xml.js';

export const PERSON_SERVICE = 'http://kszbcss.fgov.be/intf/PersonService/v1';

/** The message frame of the KSZ around a question about one number. */
export interface SearchPersonRequest {
  readonly ticket: string;
  readonly cbeNumber: string;
  readonly legalContext: string;
  readonly ssin: string;
}

/** Reads the question; elements of the frame stand in no namespace. */
export function readSearchPerson(body: Element): { kind: 'request'; request: SearchPersonRequest } | Faulted {
  const [asked, ...more] = elementsIn(body);
  if (asked === undefined || more.length > 0 || !isNamed(asked, PERSON_SERVICE, 'searchPersonBySsinRequest'))
    return fault('soapenv:Client', `The Body holds one searchPersonBySsinRequest of ${PERSON_SERVICE}`);
  const request = requestIn(asked);
  return request === undefined
    ? fault(
        'soapenv:Client',
        'informationCustomer (ticket, timestampSent, customerIdentification), legalContext and criteria/ssin are expected',
      )
    : { kind: 'request', request };
}

/** Undefined when a part of the frame is missing. */
function requestIn(asked: Element): SearchPersonRequest | undefined {
  const at = (...path: readonly string[]) =>
    textOf(path.reduce<Element | undefined>((element, name) => bare(element, name), asked));
  const ticket = at('informationCustomer', 'ticket');
  const cbeNumber = at('informationCustomer', 'customerIdentification', 'cbeNumber');
  const legalContext = at('legalContext');
  const ssin = at('criteria', 'ssin');
  const sent = at('informationCustomer', 'timestampSent');
  const parts = [ticket, cbeNumber, legalContext, ssin, sent];
  if (parts.some((part) => part === undefined)) return undefined;
  return {
    ticket: ticket ?? '',
    cbeNumber: cbeNumber ?? '',
    legalContext: legalContext ?? '',
    ssin: ssin ?? '',
  };
}

/** xmldom says null where there is no namespace. */
const bare = (parent: Element | undefined, name: string): Element | undefined => {
  const found = (parent ? elementsIn(parent) : []).filter(
    (element) => element.namespaceURI === null && element.localName === name,
  );
  return found.length === 1 ? found[0] : undefined;
};

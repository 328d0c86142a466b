import type { Element } from '@xmldom/xmldom';
import * as ns from './namespaces.js';
import { fault, type Faulted } from './soap-fault.js';
import { elementsIn, isNamed, onlyChild, textOf } from '../xml/xml.js';

export interface GetPersonRequest {
  readonly messageId: string;
  /** For whom is asked, from the header `sentOnBehalfOf`. */
  readonly onBehalfOf?: string | undefined;
  /** The person on whose action the question is asked. */
  readonly userNumber: string;
  readonly language: string;
  readonly personNumber: string;
}

/** Reads the question; every element must stand in its own namespace. */
export function readGetPerson(
  header: Element,
  body: Element,
): { kind: 'request'; request: GetPersonRequest } | Faulted {
  const messageId = textOf(onlyChild(onlyChild(header, ns.HEADER, 'fsbHeader'), ns.HEADER, 'messageId'));
  if (messageId === undefined)
    return fault('soapenv:Client', 'The header fsbHeader with a messageId is missing');
  const [request, ...more] = elementsIn(body);
  if (request === undefined || more.length > 0 || !isNamed(request, ns.MESSAGES, 'getPersonRequest')) {
    return fault('soapenv:Client', `The Body holds one getPersonRequest of ${ns.MESSAGES}`);
  }
  const context = onlyChild(request, ns.CONTEXT, 'userContext');
  const userNumber = textOf(onlyChild(context, ns.CONTEXT, 'personNumber'));
  const language = textOf(onlyChild(context, ns.CONTEXT, 'language'));
  const personNumber = textOf(onlyChild(request, ns.MESSAGES, 'personNumber'));
  if (userNumber === undefined || language === undefined || personNumber === undefined) {
    return fault('soapenv:Client', 'userContext (personNumber, language) and personNumber are expected');
  }
  const onBehalfOf = textOf(onlyChild(header, ns.SERVICE, 'sentOnBehalfOf'));
  return { kind: 'request', request: { messageId, onBehalfOf, userNumber, language, personNumber } };
}

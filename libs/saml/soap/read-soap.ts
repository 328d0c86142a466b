import type { Element } from '@xmldom/xmldom';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { parseXml } from '../xml/parse-xml.js';
import { childElements, isNamed } from '../xml/read-element.js';

export type SoapRefusal = 'xml' | 'not-an-envelope' | 'must-understand' | 'not-one-message';

export interface OpenedEnvelope {
  readonly kind: 'opened';
  /** The only element of the body; nothing in it is believed yet. */
  readonly message: Element;
}

/**
 * Opens a SOAP 1.1 envelope as SAML uses it (Bindings 3.2.2): one message in the body. Header blocks are passed over,
 * except those that want to be understood: SAML defines none.
 */
export function openSoap(xml: string): OpenedEnvelope | Refused<SoapRefusal> {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') return refused('xml', parsed.reason);
  const envelope = parsed.root;
  if (!isSoap(envelope, 'Envelope')) return refused('not-an-envelope', envelope.tagName);
  const [body, ...headers] = childElements(envelope).toReversed();
  if (!body || !isSoap(body, 'Body')) return refused('not-an-envelope', 'no body');
  return refuseHeaders(headers) ?? onlyMessage(body);
}

function refuseHeaders([header, ...others]: readonly Element[]): Refused<SoapRefusal> | undefined {
  if (header === undefined) return undefined;
  if (others.length > 0 || !isSoap(header, 'Header')) return refused('not-an-envelope', 'parts');
  return childElements(header).some(wantsToBeUnderstood) ? refused('must-understand') : undefined;
}

function onlyMessage(body: Element): OpenedEnvelope | Refused<SoapRefusal> {
  const [message, ...others] = childElements(body);
  return message && others.length === 0 ? { kind: 'opened', message } : refused('not-one-message');
}

function isSoap(element: Element, localName: string): boolean {
  return isNamed(element, NAMESPACE.soap, localName);
}

/** SOAP 1.1 section 4.2.3. */
function wantsToBeUnderstood(block: Element): boolean {
  return !['', '0', null].includes(block.getAttributeNS(NAMESPACE.soap, 'mustUnderstand'));
}

import { NAMESPACE } from '../saml-names.js';
import { writeText } from '../xml/escape.js';
import { element } from '../xml/write-element.js';

/** A message in a SOAP 1.1 envelope (Bindings 3.2); its own namespaces must be declared in it. */
export function soapEnvelope(message: string): string {
  const body = element('soap11:Body', {}, message);
  return element('soap11:Envelope', { 'xmlns:soap11': NAMESPACE.soap }, body);
}

export type SoapFaultCode = 'Client' | 'MustUnderstand' | 'Server';

/**
 * A fault (SOAP 1.1 section 4.4): says that an envelope could not be opened at all. What is wrong with the message in it
 * is said in a SAML response instead (Bindings 3.2.3.3).
 */
export function soapFault(code: SoapFaultCode, text: string): string {
  const fault = element(
    'soap11:Fault',
    {},
    element('faultcode', {}, `soap11:${code}`),
    element('faultstring', {}, writeText(text)),
  );
  return soapEnvelope(fault);
}

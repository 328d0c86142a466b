import type { Document } from '@xmldom/xmldom';
import { SOAP } from './namespaces.js';
import { onlyChild, textAt } from './xml.js';

/** A code is kept for our log; words are not, since they may hold a person's data. */
export const codeOnly = (text: string): string => (/^[\w:.-]{1,60}$/.test(text) ? text : 'unreadable');

/** The code of a SOAP 1.1 fault (section 4.4), the service's own before the protocol's; undefined when it is none. */
export function faultCodeOf({ documentElement }: Document): string | undefined {
  const fault = onlyChild(onlyChild(documentElement ?? undefined, SOAP, 'Body'), SOAP, 'Fault');
  if (fault === undefined) return undefined;
  return codeOnly(
    textAt(fault, 'detail', 'error', 'code', 'code') ??
      textAt(fault, 'detail', 'error', 'reasonCode') ??
      textAt(fault, 'faultcode') ??
      'unknown',
  );
}

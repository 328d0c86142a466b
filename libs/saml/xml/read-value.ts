import type { Element } from '@xmldom/xmldom';
import { attributeOf } from './read-element.js';

/** Stands for a value that is there but is not of its type; an object, so that no text from outside can equal it. */
export interface Malformed {
  readonly malformed: true;
}

export const MALFORMED: Malformed = { malformed: true };

export function isMalformed(value: unknown): value is Malformed {
  return value === MALFORMED;
}

/** A value that was absent, or read, or not of its type. */
export type Value<Type> = Type | undefined | Malformed;

/** xs:boolean, four spellings and no others. */
export function booleanOf(element: Element, name: string): Value<boolean> {
  switch (attributeOf(element, name)) {
    case undefined:
      return undefined;
    case 'true':
    case '1':
      return true;
    case 'false':
    case '0':
      return false;
    default:
      return MALFORMED;
  }
}

/** xs:unsignedShort and xs:nonNegativeInteger, as far as an index or a count needs it: 0 to 65,535. */
export function indexOf(element: Element, name: string): Value<number> {
  const text = attributeOf(element, name);
  if (text === undefined) return undefined;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : MALFORMED;
}

const UTC = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$/;

/** xs:dateTime in UTC (Core 1.3.3); another offset, or a day that does not exist, is no time. */
export function instantOf(text: string | undefined): Date | undefined {
  const [, seconds, fraction = ''] = UTC.exec(text ?? '') ?? [];
  if (seconds === undefined) return undefined;
  const instant = new Date(`${seconds}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(instant.getTime())) return undefined;
  return instant.toISOString().startsWith(seconds) ? instant : undefined;
}

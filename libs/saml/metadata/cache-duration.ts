import type { Element } from '@xmldom/xmldom';
import { days, hours, minutes, seconds } from '#libs/kernel';
import { attributeOf } from '../xml/read-element.js';

const DURATION =
  /^P(?=.)(\d{1,4}Y)?(\d{1,4}M)?(\d{1,5}D)?(?:T(?=.)(\d{1,6}H)?(\d{1,6}M)?(\d{1,8}(?:\.\d{1,9})?S)?)?$/;

/** What a unit counts, in milliseconds; a month and a year by their usual length, since this is only about freshness. */
const UNITS = [days(365), days(30), days(1), hours(1), minutes(1), seconds(1)];

/** xs:duration in milliseconds; undefined when it is none, or goes back in time. */
export function durationOf(text: string): number | undefined {
  const parts = DURATION.exec(text)?.slice(1);
  return parts?.reduce((sum, part, at) => sum + Number.parseFloat(part ?? '0') * (UNITS[at] ?? 0), 0);
}

/** How long a copy may be used without asking again (Metadata 2.3.2): the shortest that is said; what is no duration says nothing. */
export function cacheDurationOf(elements: readonly Element[]): number | undefined {
  const said = elements.flatMap((element) => durationOf(attributeOf(element, 'cacheDuration') ?? '') ?? []);
  return said.length > 0 ? Math.min(...said) : undefined;
}

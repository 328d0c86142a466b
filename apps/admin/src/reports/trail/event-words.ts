import type { AuditRecord } from '#libs/audit';
import type { Language } from '#libs/kernel';
import { isKeyKind } from '#libs/loa';
import { keyName } from '#libs/ui';
import { agencyEventTexts } from './agency-event.texts.js';
import { eventTexts } from './event.texts.js';
import { refusalTexts } from './refusal.texts.js';

type Known = keyof typeof eventTexts.definitions;

const isRefusal = (name: string): name is keyof typeof refusalTexts.definitions =>
  Object.hasOwn(refusalTexts.definitions, name);

const isOfAgency = (name: string): name is keyof typeof agencyEventTexts.definitions =>
  Object.hasOwn(agencyEventTexts.definitions, name);

const isKnown = (name: string): name is Known => Object.hasOwn(eventTexts.definitions, name);

/** What happened, in words; a record that has none is called as in the catalogue of records. */
export const eventWords = (name: string, language: Language): string => wordsKnown(name, language) ?? name;

function wordsKnown(name: string, language: Language): string | undefined {
  if (isKnown(name)) return eventTexts.in(language)(name);
  if (isOfAgency(name)) return agencyEventTexts.in(language)(name);
  return isRefusal(name) ? refusalTexts.in(language)(name) : undefined;
}

/** Fields that say nothing about a person, in this order. */
const SHOWN = [
  'level',
  'minimum',
  'context',
  'protocol',
  'binding',
  'endpoint',
  'outcome',
  'reason',
  'rule',
  'error',
  'detail',
  'locked',
  'forced',
  'singleSignOn',
  'purpose',
  'legalBasis',
  'attributes',
  'given',
  'refused',
  'unavailable',
  'grantType',
  'channel',
  'attempts',
  'cause',
  'kind',
  'aspects',
  'form',
  'records',
] as const;

/** The fields of a record that an agency may see, each with its name in the record. */
export function shownFields({ data }: Pick<AuditRecord, 'data'>): [name: string, value: string][] {
  return SHOWN.flatMap((name): [string, string][] => {
    const value = data[name];
    // What was not so says nothing.
    if (value === undefined || value === null || value === false) return [];
    return [[name, Array.isArray(value) ? value.join(' ') : String(value)]];
  });
}

/** The digital key of a record, as people call it. */
export function keyOf({ data }: Pick<AuditRecord, 'data'>, language: Language): string {
  const { key } = data;
  if (typeof key !== 'string') return '';
  return isKeyKind(key) ? keyName(key, language) : key;
}

import { isLanguage, type FedId, type Language } from '#libs/kernel';
import { chosenIn, type ChosenEnterprise } from './chosen-enterprise.js';
import { invalid, isRecord, type Parsed } from './parsed.js';

/** Body of `POST /api/v1/enterprises`: for which enterprises may the person of the token act? */
export interface EnterprisesRequest {
  /** Language of the names. */
  readonly language: Language;
}

/** Why the person may act for an enterprise. */
export interface Mandate {
  readonly kind: 'function' | 'role';
  /** In words, for example `Manager`. */
  readonly name: string;
}

/** An enterprise, or a unit of one, for which the person may act. */
export interface EnterpriseOption extends ChosenEnterprise {
  /** undefined: the KBO's public data does not have it. */
  readonly name?: string | undefined;
  readonly establishmentName?: string | undefined;
  readonly mandates: readonly Mandate[];
}

export interface EnterprisesAnswer {
  /** Id of the consultation in the APS's record. */
  readonly reference: string;
  readonly subject: FedId;
  readonly enterprises: readonly EnterpriseOption[];
  /** Sources that did not answer; what they know is not in the list. */
  readonly unavailable: readonly string[];
}

export function parseEnterprisesRequest(body: unknown): Parsed<EnterprisesRequest> {
  if (!isRecord(body) || Object.keys(body).some((field) => field !== 'language'))
    return invalid('The body holds language and nothing else.');
  const { language } = body;
  if (typeof language !== 'string' || !isLanguage(language)) return invalid('language is nl, fr, de or en.');
  return { kind: 'valid', value: { language } };
}

/** Reads an answer, against the person who was asked about. */
export function parseEnterprisesAnswer(body: unknown, subject: FedId): Parsed<EnterprisesAnswer> {
  if (!isRecord(body) || typeof body['reference'] !== 'string') return invalid('no answer');
  if (body['subject'] !== subject) return invalid('answer for another person');
  const { reference, enterprises, unavailable } = body;
  if (!Array.isArray(enterprises) || !Array.isArray(unavailable)) return invalid('no list');
  const options = (enterprises as unknown[]).map(optionIn);
  const known = options.filter((option) => option !== undefined);
  if (known.length !== options.length) return invalid('an enterprise of another form');
  const away = (unavailable as unknown[]).filter((source) => typeof source === 'string');
  return { kind: 'valid', value: { reference, subject, enterprises: known, unavailable: away } };
}

function optionIn(item: unknown): EnterpriseOption | undefined {
  const chosen = isRecord(item) ? chosenIn(item) : undefined;
  if (!isRecord(item) || chosen === undefined || chosen === 'malformed') return undefined;
  const { name, establishmentName, mandates } = item;
  if (!Array.isArray(mandates)) return undefined;
  return {
    ...chosen,
    name: textOf(name),
    establishmentName: textOf(establishmentName),
    mandates: (mandates as unknown[]).flatMap(mandateIn),
  };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function mandateIn(item: unknown): Mandate[] {
  if (!isRecord(item) || typeof item['name'] !== 'string') return [];
  const { kind, name } = item;
  return kind === 'function' || kind === 'role' ? [{ kind, name }] : [];
}

import { isLanguage, type FedId, type Language } from '#libs/kernel';
import type { Context } from '#libs/loa';
import { chosenIn, type ChosenEnterprise } from './chosen-enterprise.js';
import { invalid, isRecord, type Parsed } from './parsed.js';
import type { RefusalReason } from './entitlement.js';

/** Audience and type of the token with which FAS asks (RFC 8725 section 3.11: explicit typing). */
export const APS_AUDIENCE = 'aps';
export const APS_TOKEN_TYPE = 'aps+jwt';
/** Longest life of such a token, in seconds. */
export const APS_TOKEN_LIFETIME = 60;

/** The administration asks for this only: a registration office compares who stands there with the register. */
export const REGISTRATION_PURPOSE = 'registration';
/** Where the administration publishes the key that it asks with. */
export const ADMIN_KEYS_PATH = '/.well-known/aps-keys.json';

/**
 * What the token says besides `iss`, `aud`, `iat` and `exp`. Subject and application come from here and from
 * nowhere else, so that a caller cannot ask for another person or in the name of another application.
 */
export interface ApsTokenClaims {
  readonly sub: FedId;
  /** Id of the application that the person signs in to. */
  readonly client_id: string;
  readonly jti: string;
  /** The sign-in during which is asked. */
  readonly journey: string;
  /** Why is asked, for example `sign-in` or `userinfo`. */
  readonly purpose: string;
}

/** Body of `POST /api/v1/attributes`. */
export interface AttributeRequest {
  readonly attributes: readonly string[];
  readonly context: Context;
  /** Language of the person, for sources that answer in words. */
  readonly language: Language;
  /** In enterprise context only. That the person may act for it is checked again. */
  readonly enterprise?: ChosenEnterprise;
}

export type UnavailableReason =
  | 'timeout'
  | 'source-error'
  | 'source-refused'
  | 'source-busy'
  | 'source-out-of-service'
  | 'not-found'
  | 'no-value'
  | 'deceased'
  | 'number-replaced'
  | 'answer-not-trusted'
  /** The person has no function or role in the enterprise, or no longer. */
  | 'no-mandate';

const UNAVAILABLE_REASONS: ReadonlySet<string> = new Set<UnavailableReason>([
  'timeout',
  'source-error',
  'source-refused',
  'source-busy',
  'source-out-of-service',
  'not-found',
  'no-value',
  'deceased',
  'number-replaced',
  'answer-not-trusted',
  'no-mandate',
]);

/** How far a value may be relied on: from the authentic source, established by us, or said by the person. */
export type Trust = 'authentic-source' | 'established' | 'declared-and-confirmed' | 'declared';

const TRUSTS: ReadonlySet<string> = new Set<Trust>([
  'authentic-source',
  'established',
  'declared-and-confirmed',
  'declared',
]);

export type AttributeResult =
  | {
      readonly name: string;
      readonly status: 'given';
      readonly value: string;
      /** For example `national-register`. */
      readonly source: string;
      readonly trust: Trust;
      /** ISO 8601, UTC. */
      readonly retrievedAt: string;
    }
  | { readonly name: string; readonly status: 'refused'; readonly reason: RefusalReason }
  | { readonly name: string; readonly status: 'unavailable'; readonly reason: UnavailableReason };

/** Answer of `POST /api/v1/attributes`: one result for each attribute that was asked. */
export interface AttributeAnswer {
  /** Id of the consultation in the APS's record. */
  readonly reference: string;
  readonly subject: FedId;
  readonly attributes: readonly AttributeResult[];
}

/** More than the catalogue holds is not a question but an attack. */
export const MOST_ATTRIBUTES = 64;
const ATTRIBUTE_NAME = /^[\w:.-]{1,120}$/;

const REQUEST_FIELDS: ReadonlySet<string> = new Set(['attributes', 'context', 'language', 'enterprise']);

/** Reads the body of a request. Unknown fields are refused: a subject in the body is a mistake to be heard of. */
export function parseAttributeRequest(body: unknown): Parsed<AttributeRequest> {
  if (!isRecord(body)) return invalid('The body is a JSON object.');
  const unknown = Object.keys(body).find((field) => !REQUEST_FIELDS.has(field));
  if (unknown !== undefined)
    return invalid('The body holds attributes, context, language and enterprise, and nothing else.');
  const { attributes, context, language } = body;
  if (!isListOfNames(attributes))
    return invalid(`attributes is a list of 1 to ${MOST_ATTRIBUTES} attribute names.`);
  if (context !== 'citizen' && context !== 'enterprise') return invalid('context is citizen or enterprise.');
  if (typeof language !== 'string' || !isLanguage(language)) return invalid('language is nl, fr, de or en.');
  return withEnterprise({ attributes: [...new Set(attributes)], context, language }, body['enterprise']);
}

function withEnterprise(request: AttributeRequest, value: unknown): Parsed<AttributeRequest> {
  const enterprise = chosenIn(value);
  if (enterprise === undefined) return { kind: 'valid', value: request };
  return enterprise === 'malformed' || request.context !== 'enterprise'
    ? invalid('enterprise is {number, establishment}, in enterprise context only.')
    : { kind: 'valid', value: { ...request, enterprise } };
}

function isListOfNames(value: unknown): value is string[] {
  return (
    Array.isArray(value) &&
    value.length > 0 &&
    value.length <= MOST_ATTRIBUTES &&
    value.every((name) => typeof name === 'string' && ATTRIBUTE_NAME.test(name))
  );
}

/**
 * Reads an answer, against the question: for that subject and with a result for no other attribute.
 * Reasons of refusal are taken as text, so that an older FAS understands a newer APS.
 */
export function parseAttributeAnswer(
  body: unknown,
  question: { readonly subject: FedId; readonly asked: readonly string[] },
): Parsed<AttributeAnswer> {
  if (!isRecord(body)) return invalid('no answer');
  const { reference, subject, attributes: items } = body;
  if (typeof reference !== 'string' || !Array.isArray(items)) return invalid('no reference or no attributes');
  if (subject !== question.subject) return invalid('answer for another person');
  const attributes = (items as unknown[]).map(parseResult).filter((result) => result !== undefined);
  const names = new Set(attributes.map(({ name }) => name));
  if (names.size !== items.length) return invalid('result of another form, or two for one attribute');
  if (![...names].every((name) => question.asked.includes(name))) return invalid('result that was not asked');
  return { kind: 'valid', value: { reference, subject: question.subject, attributes } };
}

function parseResult(item: unknown): AttributeResult | undefined {
  if (!isRecord(item) || typeof item['name'] !== 'string') return undefined;
  const { name, status, reason } = item;
  if (status === 'given') return parseGiven(name, item);
  if (typeof reason !== 'string') return undefined;
  if (status === 'refused') return { name, status, reason: reason as RefusalReason };
  if (status !== 'unavailable') return undefined;
  return {
    name,
    status,
    reason: UNAVAILABLE_REASONS.has(reason) ? (reason as UnavailableReason) : 'source-error',
  };
}

function parseGiven(name: string, item: Readonly<Record<string, unknown>>): AttributeResult | undefined {
  const { value, source, trust, retrievedAt } = item;
  if (typeof value !== 'string' || typeof source !== 'string' || typeof retrievedAt !== 'string')
    return undefined;
  if (typeof trust !== 'string' || !TRUSTS.has(trust)) return undefined;
  return { name, status: 'given', value, source, trust: trust as Trust, retrievedAt };
}

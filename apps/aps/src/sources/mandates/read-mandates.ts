import { parseEnterpriseNumber, parseEstablishmentNumber, type PersonNumber } from '#libs/kernel';
import type { BusExchange } from '../rest/bus-client.js';
import type { Unavailable } from '../source.js';
import type { HeldMandate, MandatesFound } from './mandate.js';

type Json = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** How the items of one service become mandates; undefined for an item that cannot be understood. */
export interface MandateFormat {
  /** Name of the list in the answer. */
  readonly list: string;
  read(
    item: Json,
  ): Omit<HeldMandate, 'enterprise' | 'establishment' | 'validFrom' | 'validUntil'> | undefined;
}

/** Reads an answer about the person who was asked about; of a list with one item that makes no sense nothing is believed. */
export function readMandates(
  exchange: BusExchange,
  asked: PersonNumber,
  format: MandateFormat,
): MandatesFound {
  if (exchange.kind === 'not-found') return { kind: 'answered', mandates: [] };
  if (exchange.kind === 'failed') return failureOf(exchange);
  return readList(exchange.body, asked, format);
}

function readList(body: unknown, asked: PersonNumber, format: MandateFormat): MandatesFound {
  const list = isRecord(body) ? body[format.list] : undefined;
  if (!isRecord(body) || !Array.isArray(list)) return wrong('another form');
  if (body['personNumber'] !== asked)
    return { kind: 'unavailable', reason: 'answer-not-trusted', detail: 'answer about another person' };
  const items = (list as unknown[]).map((item) => (isRecord(item) ? mandateIn(item, format) : undefined));
  const mandates = items.filter((mandate) => mandate !== undefined);
  return mandates.length === items.length ? { kind: 'answered', mandates } : wrong('an item of another form');
}

const wrong = (detail: string): Unavailable => ({ kind: 'unavailable', reason: 'source-error', detail });

function failureOf({ reason, detail }: Extract<BusExchange, { kind: 'failed' }>): Unavailable {
  if (reason === 'timeout') return { kind: 'unavailable', reason: 'timeout', detail };
  return { kind: 'unavailable', reason: reason === 'refused' ? 'source-refused' : 'source-error', detail };
}

function mandateIn(item: Json, format: MandateFormat): HeldMandate | undefined {
  const named = format.read(item);
  const enterprise = parseEnterpriseNumber(String(item['enterpriseNumber']));
  if (named === undefined || enterprise.kind === 'invalid') return undefined;
  const bounds = {
    establishment: unitIn(item['establishmentNumber']),
    validFrom: dayIn(item['validFrom']),
    validUntil: dayIn(item['validUntil']),
  };
  const given = Object.entries(bounds).filter(([, value]) => value !== undefined);
  if (given.some(([, value]) => value === 'wrong')) return undefined;
  return { ...named, enterprise: enterprise.number, ...Object.fromEntries(given) };
}

function unitIn(value: unknown) {
  if (value === undefined || value === null) return undefined;
  const parsed = parseEstablishmentNumber(String(value));
  return parsed.kind === 'valid' ? parsed.number : 'wrong';
}

function dayIn(value: unknown): string | 'wrong' | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : 'wrong';
}

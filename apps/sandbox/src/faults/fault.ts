export const FAULT_TARGETS = [
  'smsc',
  'smtp',
  'rijksregister',
  'bis',
  'kbo',
  'rma',
  'itsme',
  'ocsp',
  'ocsp-responder',
] as const;
export type FaultTarget = (typeof FAULT_TARGETS)[number];

/**
 * What a stand-in does instead of its work.
 * delay: answers after `ms`; hang: answers never, until the fault is changed; error: the protocol's own refusal;
 * reset: drops the connection; garbage: answers with bytes that mean nothing.
 * wrong-schema and wrong-person are known to the sources of attributes only, drip to the Rijksregister only.
 */
export const FAULT_MODES = [
  'ok',
  'delay',
  'hang',
  'error',
  'reset',
  'garbage',
  'drip',
  'wrong-schema',
  'wrong-person',
] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

export interface Fault {
  readonly target: FaultTarget;
  readonly mode: FaultMode;
  /** Milliseconds, for delay and drip. */
  readonly ms: number;
  /** Share of the requests that is struck, above 0 and up to 1. */
  readonly share: number;
}

/** Modes that not every stand-in knows, and who knows them. */
const KNOWN_TO: Readonly<Partial<Record<FaultMode, readonly FaultTarget[]>>> = {
  drip: ['rijksregister'],
  'wrong-schema': ['rijksregister', 'bis', 'kbo', 'rma'],
  'wrong-person': ['rijksregister', 'bis', 'kbo', 'rma'],
};

/** The modes of one stand-in. */
export const modesOf = (target: FaultTarget): FaultMode[] =>
  FAULT_MODES.filter((mode) => KNOWN_TO[mode]?.includes(target) ?? true);

const LONGEST = 10 * 60_000;

export type FaultOutcome =
  { readonly kind: 'valid'; readonly fault: Fault } | { readonly kind: 'invalid'; readonly reason: string };

const isOneOf = <T extends string>(value: unknown, values: readonly T[]): value is T =>
  values.some((known) => known === value);

const invalid = (reason: string): FaultOutcome => ({ kind: 'invalid', reason });

/** Reads `{target, mode, ms?, share?}`; forms send the numbers as text. */
export function parseFault(body: unknown): FaultOutcome {
  if (typeof body !== 'object' || body === null) return invalid('a JSON object is expected');
  const { target, mode, ms, share } = body as Readonly<Record<string, unknown>>;
  const known = knownFault(target, mode);
  return typeof known === 'string'
    ? invalid(known)
    : withNumbers(known, numberOr(ms, 1000), numberOr(share, 1));
}

/** The fault, or a sentence that says what is wrong with it. */
function knownFault(target: unknown, mode: unknown): Pick<Fault, 'target' | 'mode'> | string {
  if (!isOneOf(target, FAULT_TARGETS)) return `target is one of ${FAULT_TARGETS.join(', ')}`;
  if (!isOneOf(mode, FAULT_MODES)) return `mode is one of ${FAULT_MODES.join(', ')}`;
  const knownTo = KNOWN_TO[mode];
  if (knownTo !== undefined && !knownTo.includes(target)) return `${mode} is for ${knownTo.join(', ')} only`;
  return { target, mode };
}

function withNumbers(known: Pick<Fault, 'target' | 'mode'>, ms: number, share: number): FaultOutcome {
  if (!(ms >= 0 && ms <= LONGEST)) return invalid(`ms is a number from 0 to ${LONGEST}`);
  if (!(share > 0 && share <= 1)) return invalid('share is a number above 0 and up to 1');
  return { kind: 'valid', fault: { ...known, ms, share } };
}

function numberOr(value: unknown, otherwise: number): number {
  return value === undefined || value === '' ? otherwise : Number(value);
}

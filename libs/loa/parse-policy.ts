import { LEVELS, STRONGEST } from './level.js';
import { policyProblems } from './policy-problems.js';
import { PolicyReader } from './policy-reader.js';
import type { EnrolmentPolicy, KeyPolicy, LoaPolicy } from './policy.js';
import {
  CONTEXTS,
  EIDAS_LEVELS,
  ENROLMENTS,
  FACTORS,
  KEY_KINDS,
  METHOD_CLASSES,
  type KeyKind,
} from './words.js';

export type LoaPolicyOutcome =
  | { readonly kind: 'valid'; readonly policy: LoaPolicy }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

const KEY_FIELDS = ['rank', 'levels', 'amr', 'factors', 'hardwareBound', 'builtOn', 'contexts'];

/** Reads the content of config/loa.yaml. Every key, level and enrolment must be there, and nothing unknown. */
export function parseLoaPolicy(data: unknown): LoaPolicyOutcome {
  const reader = new PolicyReader();
  const parts = reader.fields(data, 'loa', ['keys', 'eidas', 'enrolment', 'methodClasses']);
  const policy: LoaPolicy = {
    keys: reader.table(parts['keys'], 'keys', KEY_KINDS, (value, place, key) =>
      readKey(reader, value, place, key),
    ),
    eidas: reader.table(parts['eidas'], 'eidas', LEVELS, (value, place) =>
      reader.oneOf(value, place, EIDAS_LEVELS),
    ),
    enrolment: reader.table(parts['enrolment'], 'enrolment', ENROLMENTS, (value, place) =>
      readEnrolment(reader, value, place),
    ),
    methodClasses: reader.table(parts['methodClasses'], 'methodClasses', METHOD_CLASSES, (value, place) =>
      reader.oneOf(value, place, KEY_KINDS),
    ),
  };
  // Rules over the whole make sense only once each part was readable.
  const problems = reader.problems.length > 0 ? reader.problems : policyProblems(policy);
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', policy };
}

function readKey(reader: PolicyReader, value: unknown, place: string, key: KeyKind): KeyPolicy {
  const fields = reader.fields(value, place, KEY_FIELDS);
  const builtOn = fields['builtOn'];
  return {
    key,
    rank: reader.rank(fields['rank'], `${place}.rank`),
    levels: reader.listOf(fields['levels'], `${place}.levels`, LEVELS),
    amr: reader.text(fields['amr'], `${place}.amr`),
    factors: reader.listOf(fields['factors'], `${place}.factors`, FACTORS),
    hardwareBound: reader.flag(fields['hardwareBound'], `${place}.hardwareBound`),
    ...(builtOn !== undefined && { builtOn: reader.oneOf(builtOn, `${place}.builtOn`, KEY_KINDS) }),
    contexts: reader.listOf(fields['contexts'] ?? CONTEXTS, `${place}.contexts`, CONTEXTS),
  };
}

function readEnrolment(reader: PolicyReader, value: unknown, place: string): EnrolmentPolicy {
  const fields = reader.fields(value, place, ['cap', 'contexts']);
  return {
    cap: reader.oneOf(fields['cap'] ?? STRONGEST, `${place}.cap`, LEVELS),
    contexts: reader.listOf(fields['contexts'] ?? CONTEXTS, `${place}.contexts`, CONTEXTS),
  };
}

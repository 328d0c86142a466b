import { sign, verify, type KeyObject } from 'node:crypto';
import type { Checkpoint } from './seal.js';

export interface CheckpointSigner {
  readonly kid: string;
  readonly privateKey: KeyObject;
}

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** One line: a JWS in compact form (RFC 7515), signed with RSA and SHA-256. */
export function signCheckpoint(checkpoint: Checkpoint, { kid, privateKey }: CheckpointSigner): string {
  const input = `${encode({ alg: 'RS256', typ: 'csam-audit-checkpoint', kid })}.${encode(checkpoint)}`;
  return `${input}.${sign('sha256', Buffer.from(input), privateKey).toString('base64url')}`;
}

export type CheckpointOutcome =
  | { readonly kind: 'good'; readonly checkpoint: Checkpoint }
  | { readonly kind: 'bad'; readonly why: 'form' | 'unknown-key' | 'signature' };

/** Reads a line with keys that are known by their name. */
export function readCheckpoint(line: string, keys: ReadonlyMap<string, KeyObject>): CheckpointOutcome {
  const [head = '', body = '', signature = ''] = line.trim().split('.');
  const header = parsed(head);
  const checkpoint = parsed(body);
  if (!isHeader(header) || !isCheckpoint(checkpoint)) return { kind: 'bad', why: 'form' };
  const key = keys.get(header.kid);
  if (key === undefined) return { kind: 'bad', why: 'unknown-key' };
  const good = isSignature(signature, `${head}.${body}`, key);
  return good ? { kind: 'good', checkpoint } : { kind: 'bad', why: 'signature' };
}

/** Base64 has spare bits, and signs that decoders skip: only the one spelling counts (RFC 4648 section 3.5). */
function isSignature(text: string, input: string, key: KeyObject): boolean {
  const bytes = Buffer.from(text, 'base64url');
  return bytes.toString('base64url') === text && verify('sha256', Buffer.from(input), key, bytes);
}

function parsed(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const isHeader = (value: unknown): value is { kid: string } =>
  isObject(value) && value['alg'] === 'RS256' && typeof value['kid'] === 'string';

function isCheckpoint(value: unknown): value is Checkpoint {
  if (!isObject(value)) return false;
  const { chain, number, hash, records, at } = value;
  return (
    [chain, hash, at].every((text) => typeof text === 'string') &&
    [number, records].every((count) => typeof count === 'number')
  );
}

import { isLevel, type Level } from './level.js';
import { METHOD_CLASSES, type Context, type MethodClass } from './words.js';

const PREFIX = 'urn:be:fedict:iam:fas:';

/** A generic class of SAML (Authentication Context 3.4) that some service providers send for the eID. */
export const SMARTCARD_PKI = 'urn:oasis:names:tc:SAML:2.0:ac:classes:SmartcardPKI';

/** What a class reference names. `context` is `null` where the reference leaves it open. */
export type ClassReference =
  | { readonly kind: 'level'; readonly level: Level; readonly context: Context | null }
  | { readonly kind: 'method'; readonly method: MethodClass; readonly context: Context | null }
  | { readonly kind: 'smartcard' };

const SHAPE = /^urn:be:fedict:iam:fas:(?:(?<context>citizen|enterprise):)?(?<name>[A-Za-z0-9]{1,16})$/u;

/** Reads a class reference; `undefined` for one that is none of ours. URIs are compared letter by letter. */
export function parseClassReference(text: string): ClassReference | undefined {
  if (text === SMARTCARD_PKI) return { kind: 'smartcard' };
  const groups = SHAPE.exec(text)?.groups;
  if (groups === undefined) return undefined;
  const context = (groups['context'] as Context | undefined) ?? null;
  const named = methodOrLevel(groups['name']);
  return named && { ...named, context };
}

function methodOrLevel(name: string | undefined) {
  const method = METHOD_CLASSES.find((candidate) => candidate === name);
  if (method !== undefined) return { kind: 'method', method } as const;
  const level = Number(/^Level([1-9]\d\d)$/u.exec(name ?? '')?.[1]);
  return isLevel(level) ? ({ kind: 'level', level } as const) : undefined;
}

export function formatClassReference(reference: ClassReference): string {
  if (reference.kind === 'smartcard') return SMARTCARD_PKI;
  const context = reference.context === null ? '' : `${reference.context}:`;
  const name = reference.kind === 'level' ? `Level${reference.level}` : reference.method;
  return `${PREFIX}${context}${name}`;
}

/** The class of a level, with the context where one was asked. */
export function levelClass(level: Level, context: Context | null = null): string {
  return formatClassReference({ kind: 'level', level, context });
}

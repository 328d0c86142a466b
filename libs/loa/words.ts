export const KEY_KINDS = [
  'eid',
  'itsme',
  'eidas',
  'passkey',
  'totp',
  'sms',
  'certificate',
  'token',
  'email',
  'password',
  'selfreg',
] as const;

/** A recognised identity service that only the configuration knows; itsme has a name of its own. */
export type ServiceKind = `service-${string}`;
export type BuiltInKind = (typeof KEY_KINDS)[number];
export type KeyKind = BuiltInKind | ServiceKind;

const SERVICE = /^service-[a-z][a-z0-9-]{0,30}$/u;

/** What the name of any key looks like. */
export const KEY_KIND_SHAPE = new RegExp(`^(${KEY_KINDS.join('|')})$|${SERVICE.source}`, 'u');

export const isServiceKind = (text: string): text is ServiceKind => SERVICE.test(text);

export const isKeyKind = (text: string): text is KeyKind => KEY_KIND_SHAPE.test(text);

/** In which quality a person signs in: for himself or for an enterprise. */
export const CONTEXTS = ['citizen', 'enterprise'] as const;
export type Context = (typeof CONTEXTS)[number];

/** How asked and achieved are compared (SAML Core 3.3.2.2.1). */
export const COMPARISONS = ['exact', 'minimum', 'better', 'maximum'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** What proved who the person is when the key was given. */
export const ENROLMENTS = ['eid', 'itsme', 'lra', 'self'] as const;
export type Enrolment = (typeof ENROLMENTS)[number];

/** Assurance levels of Regulation (EU) 910/2014, article 8; `none` is below all of them. */
export const EIDAS_LEVELS = ['none', 'low', 'substantial', 'high'] as const;
export type EidasLevel = (typeof EIDAS_LEVELS)[number];

/** The kinds of authentication factors of Implementing Regulation (EU) 2015/1502, annex, 1. */
export const FACTORS = ['possession', 'knowledge', 'inherence'] as const;
export type Factor = (typeof FACTORS)[number];

/** Older class references name a method instead of a level. */
export const METHOD_CLASSES = ['eid', 'token', 'bmid'] as const;
export type MethodClass = (typeof METHOD_CLASSES)[number];

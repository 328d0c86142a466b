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
export type KeyKind = (typeof KEY_KINDS)[number];

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

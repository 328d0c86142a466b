// Anything that looks like it is taken out: a log line too bare does less harm than one that tells who it was.
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/(?<!\d)\d{2}[ .]?\d{2}[ .]?\d{2}[ -]?\d{3}[ .]?\d{2}(?!\d)/g, '[number]'],
  [/\+\d[\d ]{7,14}\d/g, '[phone]'],
  [/[^\s@<>"'(]+@[^\s@<>"')]+\.[a-z]{2,}/gi, '[mail]'],
  [/\b(bearer|basic) [\w.~+/=-]+/gi, '$1 [token]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [
    /([?&](?:code|state|nonce|token|SAML\w+|RelayState|Signature|login_hint|id_token_hint)=)[^&\s"']+/gi,
    '$1[…]',
  ],
  [/(postgres(?:ql)?|rediss?|smtps?|https?):\/\/[^\s:/@]+:[^\s@]+@/gi, '$1://[credentials]@'],
];

/** Takes national numbers, phone numbers, mail addresses, tokens and credentials out of a text. */
export function scrub(text: string): string {
  return PATTERNS.reduce((clean, [pattern, instead]) => clean.replaceAll(pattern, instead), text);
}

export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly errorCode?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const DEEPEST_CAUSE = 4;

/**
 * What a log keeps of an error: kind, message, code, stack and causes. Nothing else, since drivers hang the
 * statement, its parameters and the offending row onto their errors.
 */
export function loggedError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: scrub(String(error)) };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message: scrub(message),
    ...('code' in error && error.code !== undefined ? { errorCode: String(error.code) } : {}),
    ...(stack === undefined ? {} : { stack: scrub(stack) }),
    ...(cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: loggedError(cause, depth + 1) }),
  };
}

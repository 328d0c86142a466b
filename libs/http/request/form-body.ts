/** A form that a browser would not send. */
export class MalformedFormError extends Error {
  override readonly name = 'MalformedFormError';
  readonly statusCode = 400;
}

const MOST_FIELDS = 200;
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * Reads application/x-www-form-urlencoded. A field that comes twice is refused: two programs could each
 * read another one of them (HTTP parameter pollution, ASVS 5.0 15.3.7).
 *
 * @throws MalformedFormError
 */
export function parseForm(body: string): Readonly<Record<string, string>> {
  const fields: Record<string, string> = Object.create(null);
  if (body === '') return fields;
  const pairs = body.split('&', MOST_FIELDS + 1);
  if (pairs.length > MOST_FIELDS) throw new MalformedFormError('The form has too many fields.');
  for (const pair of pairs) {
    const at = pair.indexOf('=');
    const name = decode(at < 0 ? pair : pair.slice(0, at));
    if (FORBIDDEN_NAMES.has(name)) throw new MalformedFormError('The form has a field that may not be.');
    if (name in fields) throw new MalformedFormError('The form has a field twice.');
    fields[name] = at < 0 ? '' : decode(pair.slice(at + 1));
  }
  return fields;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch (cause) {
    throw new MalformedFormError('The form is not encoded as it should be.', { cause });
  }
}

/** The names in a query string that come more than once. */
export function hasRepeatedName(query: unknown): boolean {
  return (
    typeof query === 'object' && query !== null && Object.values(query).some((value) => Array.isArray(value))
  );
}

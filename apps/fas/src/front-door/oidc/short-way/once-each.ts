/**
 * Parameters of a request that has all of these, each of which it has once and with a value, and perhaps some of those,
 * and nothing else.
 *
 * @param encoded as a query or a form (`application/x-www-form-urlencoded`)
 * @returns undefined when it has anything else, or not all
 */
export function onceEach<Must extends string, May extends string>(
  encoded: string,
  must: readonly Must[],
  may: readonly May[],
): (Record<Must, string> & Partial<Record<May, string>>) | undefined {
  const found: Partial<Record<string, string>> = {};
  let asMust = 0;
  for (const [name, value] of new URLSearchParams(encoded)) {
    const isMust = must.includes(name as Must);
    if (!isMust && !may.includes(name as May)) return undefined;
    if (!isText(value) || found[name] !== undefined) return undefined;
    if (isMust) asMust += 1;
    found[name] = value;
  }
  return asMust === must.length ? (found as Record<Must, string> & Partial<Record<May, string>>) : undefined;
}

/** NUL is nothing that can be kept: the provider words the refusal. */
const isText = (value: string): boolean => value !== '' && !value.includes('\0');

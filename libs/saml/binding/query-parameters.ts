import { refused, type Refused } from '../outcome.js';

const NAMES = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature', 'SAMLEncoding'] as const;
export type QueryName = (typeof NAMES)[number];

/** The values as received, still percent-encoded: the detached signature is over exactly these. */
export type RawParameters = Readonly<Partial<Record<QueryName, string>>>;

function isQueryName(name: string): name is QueryName {
  return (NAMES as readonly string[]).includes(name);
}

function tokenName(token: string): string {
  const equals = token.indexOf('=');
  return equals < 0 ? token : token.slice(0, equals);
}

/**
 * Reads the parameters of the Redirect binding from the raw query string. A name counts only when spelt literally;
 * a percent-encoded spelling of one (`SAML%52equest`) is refused, because another reader would take it for the same.
 * Parameters with other names are left alone: they are outside the signature and nobody reads them.
 */
export function readRawParameters(
  rawQuery: string,
): RawParameters | Refused<'duplicate-parameter' | 'percent-encoding'> {
  const found: Partial<Record<QueryName, string>> = {};
  for (const token of rawQuery.split('&')) {
    const name = tokenName(token);
    if (!isQueryName(name)) {
      if (isQueryName(decodeParameter(name) ?? '')) return refused('percent-encoding', 'disguised name');
      continue;
    }
    if (found[name] !== undefined) return refused('duplicate-parameter', name);
    found[name] = token.slice(name.length + 1);
  }
  return found;
}

/** Decodes one value as a form would send it (`+` is a space); undefined when it is no UTF-8. */
export function decodeParameter(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

import { callOutside, OutsideCallFailed, type OutsideAnswer } from '#libs/http';

export interface FetchLimits {
  /** This machine may be asked: in demo and test, where the services are there. */
  readonly allowLoopback: boolean;
  /** Milliseconds for the whole document. */
  readonly timeout: number;
}

export type FetchRefusal = 'unreachable' | 'redirect' | 'status' | 'encoded' | 'not-text';

export type FetchOutcome =
  | { readonly kind: 'fetched'; readonly text: string }
  | {
      readonly kind: 'refused';
      readonly reason: FetchRefusal;
      /** For who registers; no more of the other side than its host. */
      readonly problem: string;
    };

/** Bytes; more would not be parsed either. */
const LONGEST = 1024 * 1024;

const refused = (reason: FetchRefusal, problem: string): FetchOutcome => ({
  kind: 'refused',
  reason,
  problem,
});

/**
 * Fetches metadata from the address that a service registered: from the internet only, without following redirects, within
 * bounds of time and size, and never unpacked, so that a small answer cannot become a large one (SM-4).
 */
export async function fetchMetadata(
  url: string,
  { allowLoopback, timeout }: FetchLimits,
): Promise<FetchOutcome> {
  const headers = { accept: 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8' };
  try {
    return textOf(await callOutside({ url, headers }, { allowLoopback, timeout, longestAnswer: LONGEST }));
  } catch (error) {
    if (error instanceof OutsideCallFailed) return refused('unreachable', error.message);
    throw error;
  }
}

function textOf({ status, headers, body }: OutsideAnswer): FetchOutcome {
  if (status >= 300 && status < 400)
    return refused('redirect', `status ${status}; redirects are not followed`);
  if (status !== 200) return refused('status', `status ${status}`);
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') return refused('encoded', 'the answer is packed, which was not asked');
  try {
    return { kind: 'fetched', text: new TextDecoder('utf-8', { fatal: true }).decode(body) };
  } catch {
    return refused('not-text', 'the answer is not UTF-8');
  }
}

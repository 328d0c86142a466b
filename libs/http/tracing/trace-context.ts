import { randomBytes } from 'node:crypto';

/** Where something stands in a trace (W3C Trace Context, level 1). */
export interface TracePlace {
  /** 32 hexadecimal digits. */
  readonly traceId: string;
  /** 16 hexadecimal digits. */
  readonly spanId: string;
  readonly parentId?: string;
  readonly sampled: boolean;
}

/** Version 00 ends after the flags, later ones may go on; version ff and numbers of zeros are not valid. */
const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:$|(?<!^00.{53})-)/;

/**
 * The place of work that begins here: under the caller's span when it names one, else at the beginning of a trace.
 *
 * @param traceparent the header as it came (section 3.2); what is malformed counts as absent (section 3.2.2.5)
 * @param share of traces that begin here and are kept, from 0 to 1; a caller's decision is followed
 */
export function placeUnder(traceparent: unknown, share: number): TracePlace {
  const spanId = randomBytes(8).toString('hex');
  const caller = typeof traceparent === 'string' ? readTraceparent(traceparent) : undefined;
  if (caller !== undefined) return { ...caller, spanId };
  return { traceId: randomBytes(16).toString('hex'), spanId, sampled: Math.random() < share };
}

/** The place of a part of work that is being done here. */
export const placeWithin = ({ traceId, spanId, sampled }: TracePlace): TracePlace => ({
  traceId,
  spanId: randomBytes(8).toString('hex'),
  parentId: spanId,
  sampled,
});

function readTraceparent(text: string): Omit<TracePlace, 'spanId'> | undefined {
  const found = TRACEPARENT.exec(text);
  if (found === null) return undefined;
  const [, traceId = '', parentId = '', flags = ''] = found;
  return { traceId, parentId, sampled: (Number.parseInt(flags, 16) & 1) === 1 };
}

/** The header for a question to another app. */
export const traceparentOf = ({ traceId, spanId, sampled }: TracePlace): string =>
  `00-${traceId}-${spanId}-${sampled ? '01' : '00'}`;

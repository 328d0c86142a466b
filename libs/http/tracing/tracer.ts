import type { Logger } from '../log/logger.js';
import type { TracePlace } from './trace-context.js';

export interface TracingSettings {
  /** Where spans go: OTLP over HTTP, `/v1/traces` is added. */
  readonly endpoint: string;
  /** Share of traces that begin here and are kept, from 0 to 1. */
  readonly share: number;
}

/** A piece of work that is over. Attributes hold no address with a query, no number and no name of a person. */
export interface Span {
  readonly place: TracePlace;
  /** For example `GET /fas/help`. */
  readonly name: string;
  readonly kind: 'server' | 'client' | 'consumer';
  /** Milliseconds that it took, up to now. */
  readonly milliseconds: number;
  readonly attributes: Readonly<Record<string, string | number>>;
  /** It failed by our own fault. */
  readonly failed: boolean;
}

/** Takes spans and sends them on; never delays or fails what they are about. */
export interface Tracer {
  readonly share: number;
  add(span: Span): void;
  /** Sends what is left. */
  close(): Promise<void>;
}

export interface TracerOptions extends TracingSettings {
  /** Name of the app. */
  readonly service: string;
  /** Hears now and then that spans are lost. */
  readonly logger: Pick<Logger, 'warn'>;
}

/** The tracer of an app where an endpoint is set. Otherwise nothing of it is loaded. */
export async function openTracer(
  settings: Partial<TracingSettings>,
  more: Pick<TracerOptions, 'service' | 'logger'>,
): Promise<Tracer | undefined> {
  const { endpoint, share = 1 } = settings;
  if (endpoint === undefined) return undefined;
  const { OtlpTracer } = await import('./otlp-tracer.js');
  return new OtlpTracer({ ...more, endpoint, share });
}

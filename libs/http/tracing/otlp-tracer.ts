import { minutes, seconds, version } from '#libs/kernel';
import type { Span, Tracer, TracerOptions } from './tracer.js';

/** Spans of one message, and the most that wait while the collector does not answer; more are dropped. */
const BATCH = 512;
const LONGEST_QUEUE = 4_096;
const SEND_EVERY = seconds(5);
const PATIENCE = seconds(5);
const COMPLAIN_EVERY = minutes(1);

/** SpanKind and StatusCode of OTLP (opentelemetry/proto/trace/v1/trace.proto). */
const KINDS = { server: 2, client: 3, consumer: 5 } as const;
const STATUS_ERROR = 2;

/** A span as it waits, with the moment of its end. */
interface WaitingSpan {
  readonly span: Span;
  readonly endedAt: number;
}

/** Sends spans to a collector, several at a time: OTLP 1.x over HTTP in JSON (section "OTLP/HTTP Request"). */
export class OtlpTracer implements Tracer {
  private readonly url: string;
  private readonly timer: NodeJS.Timeout;
  private waiting: WaitingSpan[] = [];
  private sending: Promise<void> | undefined;
  private complainedAt = -Infinity;

  constructor(private readonly options: TracerOptions) {
    this.url = `${options.endpoint.replace(/\/+$/, '')}/v1/traces`;
    this.timer = setInterval(() => void this.send(), SEND_EVERY);
    this.timer.unref();
  }

  get share(): number {
    return this.options.share;
  }

  add(span: Span): void {
    if (!span.place.sampled || this.waiting.length >= LONGEST_QUEUE) return;
    this.waiting.push({ span, endedAt: Date.now() });
    if (this.waiting.length >= BATCH) void this.send();
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.sending;
    await this.send();
  }

  /** One message at a time: a collector that hangs holds one connection and one batch. */
  private send(): Promise<void> {
    this.sending ??= this.sendAll().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting.splice(0, BATCH);
      try {
        await this.post(batch);
      } catch (error) {
        // These are lost: traces are no record. Whoever operates hears of it now and then.
        this.complain(error);
        return;
      }
    }
  }

  private async post(batch: readonly WaitingSpan[]): Promise<void> {
    const resource = {
      attributes: attributesOf({
        'service.name': `csam-${this.options.service}`,
        'service.version': version,
      }),
    };
    const scopeSpans = [{ scope: { name: 'csam' }, spans: batch.map(spanOf) }];
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ resourceSpans: [{ resource, scopeSpans }] }),
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`the collector of traces answered ${response.status}`);
  }

  private complain(error: unknown): void {
    const now = performance.now();
    if (now - this.complainedAt < COMPLAIN_EVERY) return;
    this.complainedAt = now;
    this.options.logger.warn({ err: error }, 'traces cannot be sent');
  }
}

function spanOf({ span, endedAt }: WaitingSpan) {
  const { place, name, kind, milliseconds, attributes, failed } = span;
  return {
    traceId: place.traceId,
    spanId: place.spanId,
    ...(place.parentId !== undefined && { parentSpanId: place.parentId }),
    name,
    kind: KINDS[kind],
    startTimeUnixNano: nanoseconds(endedAt - milliseconds),
    endTimeUnixNano: nanoseconds(endedAt),
    attributes: attributesOf(attributes),
    status: failed ? { code: STATUS_ERROR } : {},
  };
}

/** 64-bit numbers are strings in JSON (proto3 JSON mapping). */
const nanoseconds = (milliseconds: number): string => `${BigInt(Math.round(milliseconds * 1_000)) * 1_000n}`;

const attributesOf = (attributes: Span['attributes']) =>
  Object.entries(attributes).map(([key, value]) => ({
    key,
    value: typeof value === 'string' ? { stringValue: value } : { intValue: String(value) },
  }));

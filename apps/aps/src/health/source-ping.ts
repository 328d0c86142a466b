import type { AttributeSourceName } from '#libs/attributes';
import { seconds, type Clock } from '#libs/kernel';

export interface SourcePingOptions {
  readonly name: AttributeSourceName;
  /** Where the source tells that it works, without being asked about anybody. */
  readonly url: string;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
  readonly clock: Clock;
}

/** `works`, or what was met instead. */
export type PingResult = 'works' | 'no-answer' | `status-${number}`;

/** However many ask how the source is, it is asked itself no more often than this. */
const KEPT_FOR = seconds(5);

/** Asks a source whether it works. It concerns no person, and neither opens nor closes the way to the source. */
export class SourcePing {
  readonly name: AttributeSourceName;
  private kept: { readonly result: Promise<PingResult>; readonly until: number } | undefined;

  constructor(private readonly options: SourcePingOptions) {
    this.name = options.name;
  }

  ask(): Promise<PingResult> {
    const now = this.options.clock.now().getTime();
    if (this.kept === undefined || now >= this.kept.until)
      this.kept = { result: this.ping(), until: now + KEPT_FOR };
    return this.kept.result;
  }

  private async ping(): Promise<PingResult> {
    try {
      const response = await fetch(this.options.url, {
        redirect: 'error',
        signal: AbortSignal.timeout(this.options.timeout),
      });
      await response.body?.cancel();
      return response.ok ? 'works' : `status-${response.status}`;
    } catch {
      return 'no-answer';
    }
  }
}

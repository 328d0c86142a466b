import { seconds } from '#libs/kernel';

export interface WatchedApp {
  readonly name: 'fas' | 'sma' | 'aps' | 'admin' | 'worker' | 'sandbox';
  readonly readyUrl: string;
}

export interface AppState {
  readonly name: WatchedApp['name'];
  /** `not-ready`: it answers, and says that something it needs does not. */
  readonly state: 'ready' | 'not-ready' | 'no-answer';
  /** How long the answer took, in milliseconds; up to the time limit when there was none. */
  readonly milliseconds: number;
}

export interface StateReport {
  readonly at: Date;
  readonly apps: readonly AppState[];
}

const PATIENCE = seconds(2);

/** Readers who come in quick succession share one answer: looking must be no load. */
const KEPT_FOR = seconds(2);

/** Asks every app whether it is ready for use. */
export class AppStates {
  private asked: { readonly until: number; readonly report: Promise<StateReport> } | undefined;

  constructor(
    private readonly apps: readonly WatchedApp[],
    private readonly patience = PATIENCE,
  ) {}

  async report(): Promise<StateReport> {
    const now = performance.now();
    if (this.asked === undefined || this.asked.until < now) {
      this.asked = { until: now + KEPT_FOR, report: this.ask() };
    }
    return this.asked.report;
  }

  private async ask(): Promise<StateReport> {
    const apps = await Promise.all(this.apps.map((app) => this.stateOf(app)));
    return { at: new Date(), apps };
  }

  private async stateOf({ name, readyUrl }: WatchedApp): Promise<AppState> {
    const started = performance.now();
    const state = await this.answerOf(readyUrl);
    return { name, state, milliseconds: Math.round(performance.now() - started) };
  }

  private async answerOf(url: string): Promise<AppState['state']> {
    try {
      const signal = AbortSignal.timeout(this.patience);
      const response = await fetch(url, { signal, redirect: 'error' });
      await response.body?.cancel();
      return response.status === 200 ? 'ready' : 'not-ready';
    } catch {
      return 'no-answer';
    }
  }
}

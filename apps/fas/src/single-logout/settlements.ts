import type { Database } from '#libs/database';
import { DELIVERY_SETTLED_CHANNEL, DeliveryStore, type Delivery } from '#libs/single-logout';

const isOpen = ({ channel, state, attempts }: Delivery) =>
  channel === 'back' && (state === 'waiting' || state === 'sent') && attempts === 0;

/** Hears how the back channel fares, so that a logout can wait for it a moment, and never longer. */
export class Settlements {
  private readonly waiting = new Map<string, Set<() => void>>();
  private stopListening: (() => Promise<void>) | undefined;

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveryStore,
  ) {}

  async start(): Promise<void> {
    this.stopListening = await this.database.listen(DELIVERY_SETTLED_CHANNEL, (logoutId) =>
      this.heard(logoutId),
    );
  }

  async stop(): Promise<void> {
    await this.stopListening?.();
  }

  /** The deliveries of a logout once each of the back channel was tried, or when the time is over. */
  async of(logoutId: string, milliseconds: number): Promise<Delivery[]> {
    const until = performance.now() + milliseconds;
    for (;;) {
      const news = this.next(logoutId, until - performance.now());
      const deliveries = await this.deliveries.ofLogout(logoutId);
      if (!deliveries.some(isOpen) || performance.now() >= until) {
        news.cancel();
        return deliveries;
      }
      await news.promise;
    }
  }

  private next(logoutId: string, milliseconds: number): { promise: Promise<void>; cancel: () => void } {
    const listeners = this.waiting.get(logoutId) ?? new Set();
    this.waiting.set(logoutId, listeners);
    let wake = () => undefined as void;
    const promise = new Promise<void>((resolve) => {
      const timer = setTimeout(() => wake(), Math.max(0, milliseconds));
      wake = () => {
        clearTimeout(timer);
        listeners.delete(wake);
        if (listeners.size === 0) this.waiting.delete(logoutId);
        resolve();
      };
      listeners.add(wake);
    });
    return { promise, cancel: () => wake() };
  }

  private heard(logoutId: string): void {
    for (const wake of this.waiting.get(logoutId) ?? []) wake();
  }
}

import type {
  PendingRequest,
  SignInState,
  StoredRequest,
  UsedAssertion,
} from '../request/pending-request.js';

/** Keeps in memory what the product keeps in PostgreSQL. */
export class MemoryState implements SignInState {
  readonly waiting = new Map<string, PendingRequest>();
  readonly used = new Set<string>();

  remember(relayState: string, request: PendingRequest): Promise<void> {
    this.waiting.set(relayState, request);
    return Promise.resolve();
  }

  find(relayState: string): Promise<StoredRequest | undefined> {
    const request = this.waiting.get(relayState);
    return Promise.resolve(
      request && { ...request, isBegunBy: (browser: string | undefined) => browser === request.browser },
    );
  }

  consume(relayState: string, assertion?: UsedAssertion): Promise<boolean> {
    const isFirst = this.waiting.delete(relayState) && !(assertion && this.used.has(assertion.id));
    if (assertion) this.used.add(assertion.id);
    return Promise.resolve(isFirst);
  }
}

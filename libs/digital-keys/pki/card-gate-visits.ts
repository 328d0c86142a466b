import type { KeyKind } from '#libs/loa';
import type { ProveOutcome, ReturnSituation } from '../prove.js';
import { newBinding, READING_PARAMETER, type CardGateAddress } from './card-gate-address.js';
import type { CardReading, CardReadingsStore } from './card-readings.store.js';

/** Sends a login's browser to the certificate listener, and fetches what was read for that login only. */
export class CardGateVisits {
  constructor(
    private readonly gate: CardGateAddress,
    private readonly readings: CardReadingsStore,
  ) {}

  /** Origin to which the browser is sent. */
  get origin(): string {
    return this.gate.origin;
  }

  send(
    kind: KeyKind,
    { journeyId, now }: { readonly journeyId: string; readonly now: Date },
  ): Extract<ProveOutcome, { kind: 'elsewhere' }> {
    const nonce = newBinding();
    const returnTo = `/fas/sign-in/${encodeURIComponent(journeyId)}/${kind}/return`;
    const visit = { app: 'fas' as const, returnTo, binding: bindingOf(journeyId, nonce), test: false };
    return { kind: 'elsewhere', location: this.gate.for(visit, now), memory: { nonce } };
  }

  /** What was read; undefined when the browser was not there for this login, or its reading served before. */
  async collect({
    journeyId,
    memory,
    query,
  }: Pick<ReturnSituation, 'journeyId' | 'memory' | 'query'>): Promise<CardReading | undefined> {
    const handle = query[READING_PARAMETER];
    const nonce = memory?.nonce;
    if (handle === undefined || nonce === undefined) return undefined;
    return this.readings.take(handle, bindingOf(journeyId, nonce));
  }
}

const bindingOf = (journeyId: string, nonce: string): string => `${journeyId}.${nonce}`;

import type { CardServices } from '#libs/digital-keys';

/** What the certificate listener works with. */
export interface CardGateParts {
  readonly cards: CardServices;
  /** Where the browser goes back to. */
  readonly fasAddress: string;
  /** Set when a proxy ends TLS and hands over the certificate in a header. */
  readonly proxySecret?: string;
}

export const CARD_GATE_PARTS = Symbol('CardGateParts');

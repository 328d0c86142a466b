import type { CardServices, CardVisitor } from '#libs/digital-keys';

/** What the certificate listener works with. */
export interface CardGateParts {
  readonly cards: CardServices;
  /** Where the browser goes back to, by who asked. */
  readonly addresses: Readonly<Record<CardVisitor, string>>;
  /** Set when a proxy ends TLS and hands over the certificate in a header. */
  readonly proxySecret?: string;
}

export const CARD_GATE_PARTS = Symbol('CardGateParts');

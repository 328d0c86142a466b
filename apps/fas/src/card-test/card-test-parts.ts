import type { AuditWriter } from '#libs/audit';
import type { CardServices } from '#libs/digital-keys';

/** What the self-test works with. */
export interface CardTestParts {
  readonly cards: CardServices;
  readonly audit: AuditWriter;
}

export const CARD_TEST_PARTS = Symbol('CardTestParts');

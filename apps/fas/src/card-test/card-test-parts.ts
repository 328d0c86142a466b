import type { CardGateAddress } from '#libs/digital-keys';
import type { CardTests } from './card-tests.js';

/** What the self-test works with. */
export interface CardTestParts {
  readonly gate: Pick<CardGateAddress, 'for' | 'origin'>;
  readonly tests: CardTests;
}

export const CARD_TEST_PARTS = Symbol('CardTestParts');

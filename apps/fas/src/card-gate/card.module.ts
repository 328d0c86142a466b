import { Module, type DynamicModule } from '@nestjs/common';
import { CardTestController } from '../card-test/card-test.controller.js';
import { CARD_TEST_PARTS, type CardTestParts } from '../card-test/card-test-parts.js';
import { CardGate } from './card-gate.js';
import type { CardGateSurroundings } from './create-card-gate.js';

/** Everything with cards that is not a login: the certificate listener, and the self-test. */
@Module({})
export class CardModule {
  static with(surroundings: CardGateSurroundings, test: CardTestParts): DynamicModule {
    return {
      module: CardModule,
      controllers: [CardTestController],
      providers: [
        { provide: CardGate, useFactory: () => new CardGate(surroundings) },
        { provide: CARD_TEST_PARTS, useValue: test },
      ],
    };
  }
}

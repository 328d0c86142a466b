import { randomInt } from 'node:crypto';
import type { Queryable } from '#libs/database';
import { constantTimeEqual, type Throttle } from '#libs/security';
import { forgetGuesses } from '../guess-count.js';
import type { ManageableKey, SetupMemory, SetupOutcome, SetupSituation } from '../life/manage.js';
import { normaliseTokenCode, TOKEN_POSITIONS } from './token.js';
import { GUESSES_OF_TOKEN } from './token.service.js';
import { TokenSetupPage } from './token.manage.page.js';
import type { TokenStore } from './token.store.js';

/** Without letters that are taken for another one or for a digit, and without vowels that would make words. */
const LETTERS = 'BCDFGHJKMNPQRSTVWXZ';
const CODE_LENGTH = 6;
const SERIAL_DIGITS = 9;

const MOST_TRIES = 5;

/** A new card: 24 codes on a page to print, and one of them typed back before the card counts. */
export class ManagedToken implements ManageableKey {
  readonly kind = 'token';

  constructor(
    private readonly store: TokenStore,
    private readonly throttle: Throttle,
  ) {}

  async begin({ now }: SetupSituation): Promise<SetupOutcome> {
    await Promise.resolve();
    const codes = Array.from({ length: TOKEN_POSITIONS }, () => newCode());
    const serial = `T${Array.from({ length: SERIAL_DIGITS }, () => randomInt(10)).join('')}`;
    const position = String(randomInt(TOKEN_POSITIONS) + 1);
    return {
      kind: 'page',
      memory: { codes: codes.join(' '), serial, position, tries: '0' },
      page: (of) => TokenSetupPage({ ...of, position, card: { serial, codes, made: now } }),
    };
  }

  async finish({ fedId, form, memory }: SetupSituation): Promise<SetupOutcome> {
    await Promise.resolve();
    const { serial, codes, position, tries } = cardIn(memory);
    const typed = normaliseTokenCode(form.code ?? '');
    if (tries < MOST_TRIES && constantTimeEqual(typed, codes[Number(position) - 1] ?? 'none')) {
      return {
        kind: 'proven',
        store: async (tx, keyId) => {
          await this.store.within(tx).add(keyId, { serial, codes });
          await forgetGuesses(this.throttle.within(tx), GUESSES_OF_TOKEN, fedId);
        },
      };
    }
    const problem = problemOf(typed, tries + 1);
    return {
      kind: 'page',
      problem,
      memory: { ...memory, tries: String(tries + 1) },
      page: (of) => TokenSetupPage({ ...of, position, problem }),
    };
  }

  async retire(tx: Queryable, keyId: string): Promise<void> {
    await this.store.within(tx).retire(keyId);
  }
}

/** The card that was shown; one that was never made has no tries left. */
function cardIn({ codes = '', serial = '', position = '', tries = String(MOST_TRIES) }: SetupMemory) {
  return { codes: codes.split(' '), serial, position, tries: Number(tries) };
}

function problemOf(typed: string, tries: number): 'missing' | 'wrong' | 'spent' {
  if (tries >= MOST_TRIES) return 'spent';
  return typed === '' ? 'missing' : 'wrong';
}

const newCode = () =>
  Array.from({ length: CODE_LENGTH }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

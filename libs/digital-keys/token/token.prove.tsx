import {
  proveFirstFactor,
  startsAnew,
  type FirstFactorState,
  type PageOf,
} from '../password/first-factor.js';
import type { PasswordService } from '../password/password.service.js';
import type { FirstFactor, ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { TokenProvePage, type TokenProveState } from './token.prove.page.js';
import type { TokenService } from './token.service.js';

/** Username and password, then one code of a card with 24 (level 300). */
export class TokenKey implements ProvableKey {
  readonly kind = 'token';

  constructor(
    private readonly passwords: PasswordService,
    private readonly tokens: TokenService,
  ) {}

  async page(of: ProveAddresses, situation: Pick<ProveSituation, 'firstFactor' | 'alreadySignedIn'>) {
    const { firstFactor, alreadySignedIn } = situation;
    if (firstFactor === undefined) return pageFor({ kind: 'ask-credentials' })(of);
    const position = await this.tokens.askedPosition(firstFactor.fedId);
    return pageFor({ kind: 'ask-code', position, alreadySignedIn })(of);
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome> {
    const { firstFactor } = situation;
    return firstFactor === undefined || startsAnew(situation)
      ? proveFirstFactor(this.passwords, situation, (state: FirstFactorState) => pageFor(state))
      : this.proveCode(firstFactor, situation);
  }

  private async proveCode({ fedId }: FirstFactor, situation: ProveSituation): Promise<ProveOutcome> {
    const { form, now, alreadySignedIn } = situation;
    const code = form.code?.trim() ?? '';
    const position = await this.tokens.askedPosition(fedId);
    if (code === '') {
      const page = pageFor({ kind: 'ask-code', position, alreadySignedIn, problem: 'missing' });
      return { kind: 'wrong', reason: 'no-code', page };
    }
    const outcome = await this.tokens.verify(fedId, code, now, await situation.familiarTo?.(fedId));
    switch (outcome.kind) {
      case 'right':
        return { kind: 'proven', fedId, keyId: outcome.keyId, enrolment: outcome.enrolment };
      case 'locked': {
        const page = pageFor({ kind: 'throttled', waitMs: outcome.waitMs });
        return { kind: 'locked', reason: 'token', subject: fedId, page };
      }
      case 'wrong': {
        const page = pageFor({ kind: 'ask-code', position, alreadySignedIn, problem: 'wrong' });
        return { kind: 'wrong', reason: 'token', subject: fedId, page };
      }
    }
  }
}

const pageFor =
  (state: TokenProveState): PageOf =>
  (of) => <TokenProvePage {...of} state={state} />;

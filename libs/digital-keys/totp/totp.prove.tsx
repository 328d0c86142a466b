import { proveFirstFactor, startsAnew, type PageOf } from '../password/first-factor.js';
import type { PasswordService } from '../password/password.service.js';
import type { FirstFactor, ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { TotpProvePage, type TotpCodeProblem, type TotpProveState } from './totp.prove.page.js';
import type { TotpService } from './totp.service.js';

/** Username and password, then the code from an authenticator app (level 400). */
export class TotpKey implements ProvableKey {
  readonly kind = 'totp';

  constructor(
    private readonly passwords: PasswordService,
    private readonly totp: TotpService,
  ) {}

  page(of: ProveAddresses, situation: Pick<ProveSituation, 'firstFactor' | 'alreadySignedIn'>) {
    const { firstFactor, alreadySignedIn } = situation;
    return (
      <TotpProvePage {...of} state={firstFactor ? askCode(alreadySignedIn) : { kind: 'ask-credentials' }} />
    );
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome> {
    const { firstFactor } = situation;
    return firstFactor === undefined || startsAnew(situation)
      ? proveFirstFactor(this.passwords, situation, pageFor)
      : this.proveCode(firstFactor, situation);
  }

  private async proveCode({ fedId }: FirstFactor, situation: ProveSituation): Promise<ProveOutcome> {
    const { form, now, alreadySignedIn } = situation;
    const code = form.code?.trim() ?? '';
    if (code === '') return wrong('no-code', askCode(alreadySignedIn, 'missing'));
    const outcome = await this.totp.verify(fedId, code, now, await situation.familiarTo?.(fedId));
    if (outcome.kind === 'right') {
      return { kind: 'proven', fedId, keyId: outcome.keyId, enrolment: outcome.enrolment };
    }
    if (outcome.kind === 'locked') return { ...locked('code', outcome.waitMs), subject: fedId };
    // Whoever has no app is told the same as whoever typed a wrong code.
    const problem = outcome.kind === 'reused' ? 'reused' : 'wrong';
    return { ...wrong(`code-${problem}`, askCode(alreadySignedIn, problem)), subject: fedId };
  }
}

const askCode = (alreadySignedIn: boolean, problem?: TotpCodeProblem): TotpProveState => ({
  kind: 'ask-code',
  alreadySignedIn,
  ...(problem && { problem }),
});

const pageFor =
  (state: TotpProveState): PageOf =>
  (of) => <TotpProvePage {...of} state={state} />;

function wrong(reason: string, state: TotpProveState): Extract<ProveOutcome, { kind: 'wrong' }> {
  return { kind: 'wrong', reason, page: pageFor(state) };
}

function locked(reason: string, waitMs: number): Extract<ProveOutcome, { kind: 'locked' }> {
  return { kind: 'locked', reason, page: pageFor({ kind: 'throttled', waitMs }) };
}

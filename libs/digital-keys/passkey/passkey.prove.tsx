import type { PageOf } from '../password/first-factor.js';
import type { NextPage, ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import { isAnswer } from './passkey.js';
import { PasskeyProvePage, type PasskeyProblem, type PasskeyProveState } from './passkey.prove.page.js';
import type { PasskeyProofService, PasskeyVerification } from './passkey-proof.service.js';

/** A passkey, which verifies its owner itself (level 400). */
export class PasskeyKey implements ProvableKey {
  readonly kind = 'passkey';

  constructor(private readonly passkeys: PasskeyProofService) {}

  async page(of: ProveAddresses, situation: Pick<ProveSituation, 'journeyId' | 'now'>) {
    return (await this.asking(situation))(of);
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome | NextPage> {
    const { form } = situation;
    if (form.username !== undefined) return this.byUsername(form.username.trim(), situation);
    if (!isAnswer(form)) {
      return { kind: 'wrong', reason: 'no-answer', page: await this.asking(situation, 'no-script') };
    }
    return this.answerTo(await this.passkeys.verify(form, situation), situation);
  }

  private async byUsername(username: string, situation: ProveSituation): Promise<ProveOutcome | NextPage> {
    if (username === '') {
      return { kind: 'wrong', reason: 'incomplete', page: await this.asking(situation, 'missing-username') };
    }
    const request = await this.passkeys.askFor(username, situation);
    if ('kind' in request) return locked(request.waitMs);
    return { kind: 'next-page', page: pageFor({ kind: 'ask', request, username }) };
  }

  private async answerTo(outcome: PasskeyVerification, situation: ProveSituation): Promise<ProveOutcome> {
    switch (outcome.kind) {
      case 'right':
        return { ...outcome, kind: 'proven' };
      case 'locked':
        return locked(outcome.waitMs);
      case 'suspended': {
        const { copied, subject } = outcome;
        const reason = copied ? 'copied' : 'suspended';
        return { kind: 'wrong', reason, subject, page: pageFor({ kind: 'suspended', copied }) };
      }
      case 'refused': {
        const { reason, subject } = outcome;
        const problem = reason === 'challenge' ? 'expired' : 'not-accepted';
        const page = await this.asking(situation, problem);
        return { kind: 'wrong', reason, ...(subject && { subject }), page };
      }
    }
  }

  /** Each page that asks has a challenge of its own. */
  private async asking(
    situation: Pick<ProveSituation, 'journeyId' | 'now'>,
    problem?: PasskeyProblem,
  ): Promise<PageOf> {
    const request = await this.passkeys.ask(situation);
    return pageFor({ kind: 'ask', request, ...(problem && { problem }) });
  }
}

const pageFor =
  (state: PasskeyProveState): PageOf =>
  (of) => <PasskeyProvePage {...of} state={state} />;

const locked = (waitMs: number): ProveOutcome => ({
  kind: 'locked',
  reason: 'passkey',
  page: pageFor({ kind: 'throttled', waitMs }),
});

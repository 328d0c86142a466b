import type { AuditWriter } from '#libs/audit';
import { findCurrentRequest, newReference } from '#libs/http';
import { proveFirstFactor, startsAnew, type PageOf } from '../password/first-factor.js';
import type { PasswordService } from '../password/password.service.js';
import type { FirstFactor, ProvableKey, ProveOutcome, ProveSituation } from '../prove.js';
import type { ProveAddresses } from '../prove-frame.js';
import type { CodeProblem } from './code.form.js';
import { CodeProvePage, type CodeProveState } from './code.prove.page.js';
import type { WordsOf } from './code-words.js';
import type { CodeChannelName } from './kept-code.js';
import { readCode } from './one-time-code.js';
import { SecurityCodeAsked } from './one-time-code.audit.js';
import type { OneTimeCodeService, SendCodeOutcome } from './one-time-code.service.js';

export interface OneTimeCodeKeyParts {
  readonly kind: CodeChannelName;
  readonly words: WordsOf;
  readonly passwords: PasswordService;
  readonly codes: OneTimeCodeService;
  readonly audit: Pick<AuditWriter, 'record'>;
}

type Situation = Pick<ProveSituation, 'firstFactor' | 'alreadySignedIn' | 'journeyId' | 'now'>;

/**
 * Username and password, then a code that is sent. The form that proves the first factor also sends the code; where
 * it was proven before, a button does. Showing the page sends nothing.
 */
export class OneTimeCodeKey implements ProvableKey {
  readonly kind: CodeChannelName;

  constructor(private readonly the: OneTimeCodeKeyParts) {
    this.kind = the.kind;
  }

  async page(of: ProveAddresses, situation: Situation) {
    const { firstFactor } = situation;
    const state = firstFactor ? await this.codeStep(firstFactor, situation) : askCredentials;
    return this.pageFor(state)(of);
  }

  async prove(situation: ProveSituation): Promise<ProveOutcome> {
    const { firstFactor, form } = situation;
    if (firstFactor === undefined || startsAnew(situation)) return this.proveCredentials(situation);
    return form.resend === undefined
      ? this.proveCode(firstFactor, situation)
      : this.sendAgain(firstFactor, situation);
  }

  private async proveCredentials(situation: ProveSituation): Promise<ProveOutcome> {
    const outcome = await proveFirstFactor(this.the.passwords, situation, (state) => this.pageFor(state));
    if (outcome.kind !== 'first-factor-proven') return outcome;
    const { firstFactor } = outcome;
    const sent = await this.send(firstFactor, situation);
    // A code that was sent a moment ago, or cannot be sent any more: the next page says which.
    if (sent.kind === 'not-now') return { kind: 'code-sent', firstFactor };
    return { ...this.answerTo(sent, firstFactor), firstFactor };
  }

  private async sendAgain(firstFactor: FirstFactor, situation: ProveSituation): Promise<ProveOutcome> {
    const sent = await this.send(firstFactor, situation);
    if (sent.kind !== 'not-now') return this.answerTo(sent, firstFactor);
    const page = this.pageFor(await this.codeStep(firstFactor, situation, 'too-soon'));
    return { kind: 'locked', reason: `code-${sent.resend.kind}`, subject: firstFactor.fedId, page };
  }

  private answerTo(
    sent: Exclude<SendCodeOutcome, { kind: 'not-now' }>,
    { fedId }: FirstFactor,
  ): Extract<ProveOutcome, { kind: 'code-sent' | 'locked' | 'unavailable' }> {
    switch (sent.kind) {
      case 'sent':
        return { kind: 'code-sent' };
      case 'capped': {
        const page = this.pageFor({ kind: 'capped', waitMs: sent.waitMs });
        return { kind: 'locked', reason: `too-many-codes-${sent.purpose}`, subject: fedId, page };
      }
      case 'sim-changed':
        return { kind: 'unavailable', reason: sent.kind, page: this.pageFor({ kind: 'sim-changed' }) };
      case 'unavailable':
        return { kind: 'unavailable', reason: sent.reason, page: this.pageFor({ kind: 'down' }) };
    }
  }

  private async send({ fedId }: FirstFactor, situation: ProveSituation): Promise<SendCodeOutcome> {
    const { journeyId, address, application } = situation;
    const sent = await this.the.codes.send({ ...situation, fedId });
    await this.the.audit.record(SecurityCodeAsked, {
      reference: findCurrentRequest()?.reference ?? newReference(),
      subject: fedId,
      address,
      application: application.id,
      data: { journey: journeyId, key: this.kind, outcome: recorded(sent) },
    });
    return sent;
  }

  private async proveCode(firstFactor: FirstFactor, situation: ProveSituation): Promise<ProveOutcome> {
    const typed = situation.form.code?.trim() ?? '';
    const code = readCode(typed);
    if (code === undefined) {
      return this.wrong(firstFactor, situation, typed === '' ? 'missing' : 'malformed');
    }
    return this.judge(code, firstFactor, situation);
  }

  private async judge(
    code: string,
    firstFactor: FirstFactor,
    situation: ProveSituation,
  ): Promise<ProveOutcome> {
    const { fedId } = firstFactor;
    const outcome = await this.the.codes.verify({ ...situation, fedId }, code);
    switch (outcome.kind) {
      case 'right':
        return { kind: 'proven', fedId, keyId: outcome.keyId, enrolment: outcome.enrolment };
      case 'locked': {
        const page = this.pageFor({ kind: 'throttled', waitMs: outcome.waitMs });
        return { kind: 'locked', reason: 'code', subject: fedId, page };
      }
      case 'wrong':
        return this.wrong(firstFactor, situation, 'wrong');
      case 'not-live':
        return this.wrong(firstFactor, situation, 'expired', `code-${outcome.state}`);
    }
  }

  private async wrong(
    firstFactor: FirstFactor,
    situation: ProveSituation,
    problem: CodeProblem,
    reason = `code-${problem}`,
  ): Promise<ProveOutcome> {
    const page = this.pageFor(await this.codeStep(firstFactor, situation, problem));
    return { kind: 'wrong', reason, subject: firstFactor.fedId, page };
  }

  /** What the second step shows, by what was sent in this login so far. */
  private async codeStep(
    { fedId }: FirstFactor,
    { journeyId, now, alreadySignedIn }: Situation,
    problem?: CodeProblem,
  ): Promise<CodeProveState> {
    const { destination, code } = await this.the.codes.status({ journeyId, fedId, now });
    if (code === undefined) return { kind: 'offer', destination, alreadySignedIn };
    const { state, resend, slow } = code;
    if (state === 'spent') return { kind: 'spent' };
    const shown = problem ?? (state === 'live' ? undefined : 'expired');
    return {
      kind: 'ask-code',
      destination,
      alreadySignedIn,
      resend,
      slow: slow && state === 'live',
      ...(shown && { problem: shown }),
    };
  }

  private pageFor(state: CodeProveState): PageOf {
    return (of) => <CodeProvePage {...of} words={this.the.words} state={state} />;
  }
}

const askCredentials: CodeProveState = { kind: 'ask-credentials' };

function recorded(sent: SendCodeOutcome): string {
  switch (sent.kind) {
    case 'sent':
      return sent.reached ? 'sent' : 'sent-to-nobody';
    case 'not-now':
      return sent.resend.kind === 'over' ? 'no-more-in-this-login' : 'too-soon';
    case 'capped':
      return `too-many-${sent.purpose}`;
    case 'sim-changed':
      return sent.kind;
    case 'unavailable':
      return `unavailable-${sent.reason}`;
  }
}

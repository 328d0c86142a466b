import type { ManageableKey, SetupOutcome, SetupSituation } from '../life/manage.js';
import type { ProvingFor } from '../prove.js';
import type { WordsOf } from './code-words.js';
import { CodeSetupPage, type CodeSetupProblem } from './code.manage.page.js';
import type { CodeChannelName } from './kept-code.js';
import { readCode } from './one-time-code.js';
import type { CodeVerification, OneTimeCodeService, SendCodeOutcome } from './one-time-code.service.js';

export interface ManagedCodeParts {
  readonly kind: CodeChannelName;
  readonly words: WordsOf;
  readonly codes: Pick<OneTimeCodeService, 'send' | 'verify' | 'status' | 'startAnew'>;
  /** Who sends and pays: the app in which the key is set up. */
  readonly sender: () => Promise<ProvingFor>;
}

/** Codes by text message or mail: one is sent and typed back before the key counts. */
export class ManagedCode implements ManageableKey {
  readonly kind: CodeChannelName;

  constructor(private readonly the: ManagedCodeParts) {
    this.kind = the.kind;
  }

  begin(situation: SetupSituation): Promise<SetupOutcome> {
    return this.send(situation);
  }

  async finish(situation: SetupSituation): Promise<SetupOutcome> {
    if (situation.form.again !== undefined) return this.send(situation);
    const code = readCode(situation.form.code ?? '');
    if (code === undefined) return this.page(situation, 'missing');
    const { fedId, now, setupId } = situation;
    // They are signed in: strangers who guess elsewhere do not keep them from it.
    const familiarTo = () => Promise.resolve(true);
    const outcome = await this.the.codes.verify({ journeyId: setupId, fedId, now, familiarTo }, code);
    if (outcome.kind === 'right') {
      return { kind: 'proven', store: (tx) => this.the.codes.startAnew(fedId, tx) };
    }
    return this.page(situation, problemOf(outcome));
  }

  private async send(situation: SetupSituation): Promise<SetupOutcome> {
    const { fedId, now, address, setupId } = situation;
    const application = await this.the.sender();
    const outcome = await this.the.codes.send({ journeyId: setupId, fedId, now, address, application });
    return this.page(situation, sendProblem(outcome));
  }

  private async page(
    { fedId, now, setupId, language }: SetupSituation,
    problem: CodeSetupProblem | undefined,
  ): Promise<SetupOutcome> {
    const { destination } = await this.the.codes.status({ journeyId: setupId, fedId, now });
    const words = this.the.words(language, destination);
    return {
      kind: 'page',
      page: (of) => CodeSetupPage({ ...of, words, problem }),
      ...(problem && { problem }),
    };
  }
}

function sendProblem(outcome: SendCodeOutcome): CodeSetupProblem | undefined {
  switch (outcome.kind) {
    case 'sent':
      return outcome.reached ? undefined : 'nowhere';
    case 'not-now':
      return outcome.resend.kind === 'wait' ? 'wait' : 'over';
    case 'capped':
      return 'over';
    case 'sim-changed':
      return 'sim-changed';
    case 'unavailable':
      return 'down';
  }
}

function problemOf(outcome: Exclude<CodeVerification, { kind: 'right' }>): CodeSetupProblem {
  if (outcome.kind === 'locked') return 'over';
  if (outcome.kind === 'wrong') return 'wrong';
  return outcome.state === 'spent' ? 'over' : 'expired';
}

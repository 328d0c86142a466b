import {
  readCode,
  type CodeScene,
  type ProvingFor,
  type Recovery,
  type RecoveryProof,
  type setupCodes,
  type TokenService,
  type TotpService,
} from '#libs/digital-keys';
import { systemClock, type Clock } from '#libs/kernel';

export interface RecoveryProofsParts {
  readonly totp: Pick<TotpService, 'verify'>;
  readonly token: Pick<TokenService, 'askedPosition' | 'verify'>;
  readonly sms: ReturnType<typeof setupCodes>;
  /** Who sends codes, and pays. */
  readonly sender: () => Promise<ProvingFor>;
  readonly clock?: Clock;
}

export type ProofProblem = 'missing' | 'wrong' | 'locked' | 'not-sent';

/** A key that is proven beside the mailed link, under the same limits of guessing as at sign-in. */
export class RecoveryProofs {
  private readonly clock: Clock;

  constructor(private readonly the: RecoveryProofsParts) {
    this.clock = the.clock ?? systemClock;
  }

  /** The place on the card whose code is asked. */
  positionFor({ fedId }: Recovery): Promise<number> {
    return this.the.token.askedPosition(fedId);
  }

  /** Sends a code to the telephone of the person; undefined when it is on its way. */
  async sendCode(recovery: Recovery, address: string): Promise<ProofProblem | undefined> {
    const application = await this.the.sender();
    const outcome = await this.the.sms.send({ ...this.sceneOf(recovery), address, application });
    return outcome.kind === 'sent' ? undefined : 'not-sent';
  }

  /** Undefined when it was right. */
  async judge(recovery: Recovery, proof: RecoveryProof, typed: string): Promise<ProofProblem | undefined> {
    if (typed.trim() === '') return 'missing';
    const { kind } = await this.verify(recovery, proof, typed);
    if (kind === 'right') return undefined;
    return kind === 'locked' ? 'locked' : 'wrong';
  }

  private async verify(recovery: Recovery, proof: RecoveryProof, typed: string): Promise<{ kind: string }> {
    const { fedId } = recovery;
    const now = this.clock.now();
    if (proof === 'totp') return this.the.totp.verify(fedId, typed, now);
    if (proof === 'token') return this.the.token.verify(fedId, typed, now);
    const code = readCode(typed);
    return code === undefined ? { kind: 'wrong' } : this.the.sms.verify(this.sceneOf(recovery), code);
  }

  private sceneOf({ id, fedId }: Recovery): Pick<CodeScene, 'journeyId' | 'fedId' | 'now'> {
    return { journeyId: `recovery:${id}`, fedId, now: this.clock.now() };
  }
}

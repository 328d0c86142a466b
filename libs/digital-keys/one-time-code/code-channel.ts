import type { Language } from '#libs/kernel';
import type { ContactKind } from '#libs/people';
import type { Availability, PostOutcome } from '#libs/messaging';
import type { ProvingFor } from '../prove.js';
import type { CodeChannelName } from './kept-code.js';
import type { SendTargets } from './send-cap.js';

/** A code on its way. Without an address it goes the same road and reaches nobody. */
export interface OutgoingCode {
  readonly id: string;
  readonly code: string;
  readonly expiresAt: Date;
  readonly application: ProvingFor;
  readonly to?: { readonly destination: string; readonly language: Language };
}

/** What is particular to a way by which codes go: text message or mail. */
export interface CodeChannel {
  readonly name: CodeChannelName;
  readonly contact: ContactKind;
  /** The caps that go with a destination; undefined when nothing may be sent there. */
  targets(destination: string): Pick<SendTargets, 'destination' | 'prefix'> | undefined;
  /** Enough for the owner to know it again, too little for others. */
  mask(destination: string): string;
  /** What is shown to whoever has no destination; `shade` makes it differ from person to person. */
  maskOfNobody(shade: number): string;
  availability(): Promise<Availability>;
  post(code: OutgoingCode): Promise<PostOutcome>;
}

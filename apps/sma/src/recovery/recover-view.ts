import type { RecoveryProof } from '#libs/digital-keys';
import type { PageFrame } from '#libs/ui';
import type { ProofProblem } from './recovery-proofs.js';

export type RecoverView =
  | { readonly kind: 'over' | 'asked' | 'done' | 'elsewhere' | 'link-alone' }
  | { readonly kind: 'resting'; readonly ripeAt: Date }
  | { readonly kind: 'choose'; readonly proofs: readonly RecoveryProof[] }
  | {
      readonly kind: 'prove';
      readonly proof: RecoveryProof;
      /** There are other keys to choose from. */
      readonly others: boolean;
      /** A code went to the telephone. */
      readonly sent: boolean;
      readonly position?: number;
      readonly problem?: ProofProblem | undefined;
    };

export interface RecoverProps {
  readonly frame: PageFrame;
  /** Address of this recovery. */
  readonly base: string;
  readonly view: RecoverView;
}

import type { FedId } from '#libs/kernel';
import type { Level } from '#libs/loa';

/** Who is signed in to one of our apps, and how strongly. */
export interface SignedInPerson {
  readonly fedId: FedId;
  readonly level: Level;
  /** As the assertion has it. */
  readonly classReference: string;
  /** When the person proved who they are, at FAS. */
  readonly authenticatedAt: Date;
  /** What FAS calls its session; a single logout names it. */
  readonly sessionIndex: string;
  readonly nameId: string;
  /** First value of each attribute of the assertion. */
  readonly attributes: ReadonlyMap<string, string>;
  /** When this session ends whatever happens. */
  readonly expiresAt: Date;
}

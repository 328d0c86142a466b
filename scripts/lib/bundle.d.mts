/** Which apps, where to, and what they say that they are; by default all of this version, to where they are started from. */
export function bundle(options?: {
  readonly apps?: readonly string[];
  readonly folder?: string;
  readonly version?: string;
}): Promise<void>;

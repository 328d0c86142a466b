/** Addresses of others that SMA leads to. */
export interface SmaLinks {
  /** Where FAS ends single sign-on in this browser. */
  readonly signOutOfFas: string;
}

export const SMA_LINKS = Symbol('SmaLinks');

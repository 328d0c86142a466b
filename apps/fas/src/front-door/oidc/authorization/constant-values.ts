/** As often as a client sends one value in a row until somebody should look at it. */
const SUSPICIOUS = 10;

export type WatchedParameter = 'nonce' | 'code_challenge';

interface Seen {
  readonly value: string;
  readonly times: number;
}

/**
 * Clients whose `nonce` or `code_challenge` is always the same: whoever steals one of their codes can use it (RFC 9700
 * section 2.1.1). Remembers one value of each for every client.
 */
export class ConstantValues {
  private readonly last = new Map<string, Seen>();

  /** True at the tenth time in a row, and at every tenth after it. */
  note(clientId: string, parameter: WatchedParameter, value: string): boolean {
    const key = `${parameter} ${clientId}`;
    const before = this.last.get(key);
    const times = before?.value === value ? before.times + 1 : 1;
    this.last.set(key, { value, times });
    return times % SUSPICIOUS === 0;
  }
}

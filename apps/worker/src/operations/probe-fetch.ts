import type { Config } from '#libs/config';
import { systemClock } from '#libs/kernel';
import { masterKeyFromFile, PROBE_HEADER, ProbeMark } from '#libs/security';

export interface Question extends Omit<RequestInit, 'headers'> {
  readonly headers?: Readonly<Record<string, string>>;
}

/** As fetch. */
export type Ask = (address: string | URL, question: Question) => Promise<Response>;

/** Asks our own apps with the mark of probes, and others without it. See docs/decisions/0082. */
export function probeFetch({ baseUrl, masterKeyFile }: Config): Ask {
  const mark = new ProbeMark(masterKeyFromFile(masterKeyFile), systemClock);
  const ours = new Set([baseUrl.fas, baseUrl.sma, baseUrl.aps].map((address) => new URL(address).origin));
  return (address, question) => {
    const marked = ours.has(new URL(address).origin) && { [PROBE_HEADER]: mark.make() };
    return fetch(address, { ...question, headers: { ...question.headers, ...marked } });
  };
}

import type { CustomFetch } from 'openid-client';

/** A request of the service itself, with what came back: what no browser sees. */
export interface RecordedCall {
  readonly url: string;
  readonly method: string;
  /** `Authorization` without what is secret in it. */
  readonly authorization?: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly status: number;
  readonly body: string;
}

/** Calls, and keeps what was said, so that it can be shown as it was. */
export function recordingFetch(calls: RecordedCall[]): CustomFetch {
  return async (url, options) => {
    const response = await fetch(url, options as RequestInit);
    const authorization = new Headers(options.headers).get('authorization')?.split(' ')[0];
    calls.push({
      url,
      method: options.method,
      ...(authorization !== undefined && { authorization: `${authorization} …` }),
      fields: Object.fromEntries(new URLSearchParams(String(options.body ?? ''))),
      status: response.status,
      body: await response.clone().text(),
    });
    return response;
  };
}

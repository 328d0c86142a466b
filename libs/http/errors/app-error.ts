import type { WayBackTo } from '#libs/ui';
import type { ErrorDefinition } from './define-error.js';

export interface AppErrorOptions {
  readonly cause?: unknown;
  /** For the log only; never shown. */
  readonly detail?: string;
  /** Where the page leads on; the start of the app when left out. */
  readonly wayBack?: WayBackTo;
  readonly headers?: Readonly<Record<string, string>>;
  /** Further members of the JSON answer (RFC 9457 3.2), for example the fields that were wrong. */
  readonly members?: Readonly<Record<string, unknown>>;
}

/** A defined error on its way out: a page for people, problem+json (RFC 9457) for applications. */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly wayBack: WayBackTo | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly members: Readonly<Record<string, unknown>>;

  constructor(
    readonly definition: ErrorDefinition,
    { cause, detail, wayBack, headers = {}, members = {} }: AppErrorOptions = {},
  ) {
    super(detail === undefined ? definition.code : `${definition.code}: ${detail}`, { cause });
    this.wayBack = wayBack;
    this.headers = headers;
    this.members = members;
  }
}

/** Ends a request by sending the browser elsewhere; thrown where no reply is at hand, such as in guards. */
export class RedirectAnswer extends Error {
  override readonly name = 'RedirectAnswer';

  constructor(readonly location: string) {
    super('The browser is sent elsewhere.');
  }
}

import { AsyncLocalStorage } from 'node:async_hooks';
import type { Language } from '#libs/kernel';
import { randomPool } from '#libs/security';
import type { TimeLimit } from '#libs/ui';
import type { CookieJar } from './cookie-jar.js';
import type { TracePlace } from '../tracing/trace-context.js';
import { browserKind } from './browser-kind.js';
import { newReference } from './reference.js';

/** What belongs to one request, wherever in the program it is being worked on. */
export class RequestContext {
  readonly reference = newReference();
  /** Once in every answer, for the page's own scripts. */
  readonly nonce = randomPool.take(16).toString('base64');
  /** Where the request stands in a trace, when traces are made. */
  trace: TracePlace | undefined;
  /** When what the page is about closes, once that is known. */
  timeLimit: TimeLimit | undefined;
  /** Code of the error that was answered, for the log. */
  errorCode: string | undefined;
  /** Our own probes made it, and no user. */
  isProbe = false;
  /** On behalf of which application, once that is known: for measuring only. */
  application: string | undefined;
  private readonly targets = new Set<string>();
  private policyChanged: (() => void) | undefined;

  constructor(
    readonly address: string,
    readonly cookies: CookieJar,
    public language: Language,
    private readonly userAgent?: string,
  ) {}

  /** Which browser asks, as roughly as a person knows it: `firefox/windows`. It may say what it likes. */
  get browserKind(): string | undefined {
    return browserKind(this.userAgent);
  }

  /** Origins that forms of this page may lead to, besides our own. */
  get formTargets(): readonly string[] {
    return [...this.targets];
  }

  /**
   * Lets the forms of this page lead to another origin, also by redirect: the relying party of the journey.
   * Takes an address, keeps its origin; a native app's own scheme is kept as a scheme.
   */
  allowFormTarget(address: string): void {
    const { origin, protocol } = new URL(address);
    this.targets.add(origin === 'null' ? protocol : origin);
    this.policyChanged?.();
  }

  /** For handlers that send their headers themselves. */
  onPolicyChange(listener: () => void): void {
    this.policyChanged = listener;
  }
}

const storage = new AsyncLocalStorage<RequestContext>();

export function runInContext(context: RequestContext, work: () => void): void {
  storage.run(context, work);
}

/** The request being worked on. Throws outside of any request. */
export function currentRequest(): RequestContext {
  const context = storage.getStore();
  if (context === undefined) throw new Error('There is no request here.');
  return context;
}

/** The request being worked on, or undefined: for code that also runs in the background. */
export function findCurrentRequest(): RequestContext | undefined {
  return storage.getStore();
}

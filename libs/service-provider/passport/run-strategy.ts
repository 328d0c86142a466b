import { Strategy, type PassportSamlConfig, type Profile, type VerifiedCallback } from 'passport-saml';

/** How a run of the strategy ended. */
export type StrategyEnding =
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'identified'; readonly profile: Profile }
  | { readonly kind: 'failed'; readonly error: Error };

/** The part of a request that the strategy reads. */
export interface StrategyRequest {
  readonly query: { readonly RelayState?: string };
  readonly body: { readonly SAMLResponse?: string };
}

type PassportRequest = Parameters<Strategy['authenticate']>[0];

/**
 * Runs passport-saml once, for one request: its own hooks are caught here, so that it needs no middleware around it and
 * no response object of a particular framework.
 */
export function runStrategy(config: PassportSamlConfig, request: StrategyRequest): Promise<StrategyEnding> {
  return new Promise((resolve) => {
    const strategy = new SingleRun(config, resolve);
    strategy.authenticate(request as unknown as PassportRequest, { samlFallback: 'login-request' });
  });
}

class SingleRun extends Strategy {
  constructor(
    config: PassportSamlConfig,
    private readonly settle: (ending: StrategyEnding) => void,
  ) {
    super(
      config,
      (profile: Profile | null, done: VerifiedCallback) => done(null, profile ? { profile } : undefined),
      (_profile: Profile | null, done: VerifiedCallback) => done(new Error('logout does not come this way')),
    );
  }

  override success(user: unknown): void {
    this.settle({ kind: 'identified', profile: (user as { profile: Profile }).profile });
  }

  override redirect(location: string): void {
    this.settle({ kind: 'redirect', location });
  }

  override error(error: Error): void {
    this.settle({ kind: 'failed', error });
  }

  override fail(): void {
    this.error(new Error('no profile'));
  }

  override pass(): void {
    this.error(new Error('no message'));
  }
}

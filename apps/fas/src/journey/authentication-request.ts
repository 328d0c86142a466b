import type { Language } from '#libs/kernel';
import type { Requirement } from '#libs/loa';

export type Protocol = 'oidc' | 'saml';

/** What a relying party asks, whatever protocol it spoke. Plain data: it is stored in the journey's row. */
export interface AuthenticationRequest {
  readonly protocol: Protocol;
  /** Id of the application, never what the message calls itself. */
  readonly applicationId: string;
  readonly requirement: Requirement;
  /** The person must prove the key again, whatever session there is (ForceAuthn, prompt=login). */
  readonly force: boolean;
  /** The person must see what the service receives, also when it was seen before (prompt=consent). */
  readonly confirm?: boolean;
  /** The service asks access that lasts when the person is gone (offline_access). */
  readonly offline?: boolean;
  /** No page may be shown (IsPassive, prompt=none). */
  readonly passive: boolean;
  /** A proof older than this many seconds does not count (max_age). */
  readonly maxAgeSeconds?: number;
  /** Language wish of the relying party. */
  readonly language?: Language;
  /** Names of the attributes that it asks; only those that it is authorised for are fetched. */
  readonly attributes: readonly string[];
  /** Only this person will do (Subject, id_token_hint), by FedID. */
  readonly subject?: string;
}

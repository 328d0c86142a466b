import { hash } from 'node:crypto';
import type { Client } from 'oidc-provider';
import type { PlainCode } from '../store/plain-code.js';

export const GRANT = 'authorization_code';
export const MUST = ['grant_type', 'code', 'redirect_uri'] as const;
export const MAY = ['code_verifier', 'client_id', 'client_secret'] as const;

/** Parameters of the request, each of which it has once. */
export type PlainForm = Readonly<Record<(typeof MUST)[number], string>> &
  Readonly<Partial<Record<(typeof MAY)[number], string>>>;

/** A request in plain form, of a client that proved itself. */
export interface Asked {
  readonly form: PlainForm;
  readonly client: Client;
}

/** What was exchanged: the code, and what the client is told besides the ID token. */
export interface Exchanged {
  readonly code: PlainCode;
  readonly tokens: Readonly<{
    access_token: string;
    expires_in: number;
    scope: string;
    token_type: 'Bearer';
  }>;
}

/** RFC 7636 section 4.6. */
export const challengeOf = ({ code_verifier: verifier }: PlainForm): string | undefined =>
  verifier === undefined ? undefined : hash('sha256', verifier, 'base64url');

import type { JsonWebKey } from 'node:crypto';
import type { ApiClientId, EnterpriseNumber, FedId } from '#libs/kernel';

/**
 * What a program may do: read what its agency sees, change what its managers may change, and take records with proof,
 * which name people by FedID.
 */
export const API_RIGHTS = ['read', 'write', 'audit'] as const;
export type ApiRight = (typeof API_RIGHTS)[number];

/** How it proves itself for a token (OpenID Connect Core 9). */
export type ApiClientProof =
  | { readonly kind: 'secret'; /** SHA-256, hex */ readonly hash: string }
  | { readonly kind: 'key'; readonly jwk: JsonWebKey };

/** A program with which an agency, or who works for it, uses the administration. */
export interface ApiClient {
  readonly id: ApiClientId;
  readonly agency: EnterpriseNumber;
  readonly name: string;
  readonly rights: readonly ApiRight[];
  readonly proof: ApiClientProof;
  /** Who answers for what it asks. */
  readonly createdBy: FedId;
  readonly createdAt: Date;
  /** From this moment on it is refused. */
  readonly endsAt: Date;
  readonly withdrawnAt?: Date;
  /** Within the hour. */
  readonly usedAt?: Date;
}

export type ApiClientState = 'usable' | 'withdrawn' | 'ended' | 'agency-suspended';

/** Whether it may do anything at this moment. */
export function apiClientState(
  { withdrawnAt, endsAt }: Pick<ApiClient, 'withdrawnAt' | 'endsAt'>,
  agency: 'active' | 'suspended',
  now: Date,
): ApiClientState {
  if (withdrawnAt !== undefined) return 'withdrawn';
  if (endsAt <= now) return 'ended';
  return agency === 'active' ? 'usable' : 'agency-suspended';
}

/** The audience of tokens for the administration, and the resource for which they are asked (RFC 8707). */
export const administrationAudience = (adminUrl: string): string => `${adminUrl.replace(/\/+$/, '')}/api`;

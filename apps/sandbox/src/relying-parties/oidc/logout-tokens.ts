import { Injectable } from '@nestjs/common';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose';
import { DEMO_OIDC_CLIENT_ID } from '#libs/testing';
import { SandboxSettings } from '../../sandbox-settings.js';

/** A logout token that came, as it is shown. */
export interface ReceivedLogout {
  readonly at: Date;
  readonly header: unknown;
  readonly claims: JWTPayload;
}

const EVENT = 'http://schemas.openid.net/event/backchannel-logout';
const SHOWN = 5;

/** Takes logout tokens as every client should (Back-Channel Logout 1.0 section 2.6). */
@Injectable()
export class LogoutTokens {
  private readonly received: ReceivedLogout[] = [];
  private readonly seen = new Set<string>();
  private readonly keys: ReturnType<typeof createRemoteJWKSet>;
  private readonly issuer: string;

  constructor({ fasBaseUrl }: SandboxSettings) {
    this.issuer = `${fasBaseUrl}/fas/oauth2`;
    this.keys = createRemoteJWKSet(new URL(`${this.issuer}/connect/jwk_uri`));
  }

  /** Newest first. */
  get last(): readonly ReceivedLogout[] {
    return this.received;
  }

  /** @throws when the token does not hold */
  async accept(token: string): Promise<JWTPayload> {
    const { payload } = await jwtVerify(token, this.keys, {
      issuer: this.issuer,
      audience: DEMO_OIDC_CLIENT_ID,
      typ: 'logout+jwt',
      requiredClaims: ['iat', 'exp', 'jti', 'events'],
      clockTolerance: 60,
    });
    if (payload['nonce'] !== undefined) throw new Error('A logout token has no nonce.');
    if (!(EVENT in (payload['events'] as object))) throw new Error('The token is about something else.');
    if (!this.seen.has(payload.jti ?? '')) {
      this.received.unshift({ at: new Date(), header: decodeProtectedHeader(token), claims: payload });
      this.received.splice(SHOWN);
    }
    this.seen.add(payload.jti ?? '');
    return payload;
  }
}

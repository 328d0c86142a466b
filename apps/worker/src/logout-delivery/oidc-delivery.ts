import type { Clock } from '#libs/kernel';
import type { SigningKeyRing } from '#libs/security';
import type { Delivery } from '#libs/single-logout';
import { DeliveryFailure } from './delivery-failure.js';
import { logoutToken } from './logout-token.js';
import type { Post } from './post.js';

export interface OidcDeliveryServices {
  readonly issuer: string;
  readonly keys: SigningKeyRing;
  readonly post: Post;
  readonly clock: Clock;
}

/** Statuses that say nothing about the token itself (Back-Channel Logout 1.0 section 2.8 answers 400 to a bad one). */
const PASSING: readonly number[] = [408, 425, 429];

/** Tells one client by a logout token. */
export class OidcDelivery {
  constructor(private readonly the: OidcDeliveryServices) {}

  /** @throws DeliveryFailure when the client did not confirm */
  async deliver(delivery: Delivery): Promise<void> {
    const { issuer, keys, clock, post } = this.the;
    const key = await keys.active('oidc', delivery.details.algorithm);
    const token = await logoutToken(delivery, { issuer, key, now: clock.now() });
    const { status } = await post(delivery.details.address ?? '', {
      type: 'application/x-www-form-urlencoded',
      body: new URLSearchParams({ logout_token: token }).toString(),
    });
    if (status === 200 || status === 204) return;
    const final = status >= 300 && status < 500 && !PASSING.includes(status);
    throw new DeliveryFailure(`status-${status}`, final);
  }
}

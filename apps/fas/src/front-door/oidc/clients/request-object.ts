import { errors, Provider, type KoaContextWithOIDC } from 'oidc-provider';
import type { OidcSettings } from '#libs/agencies';

const refused = new WeakSet<KoaContextWithOIDC>();

/**
 * A client that registered no algorithm for signed requests sends none (OpenID Connect Core 6.1): it is told so before
 * anything in the request object is looked at. The provider looks the client up once for the request, and a second time
 * to send this error back to it.
 *
 * @throws RequestNotSupported
 */
export function refuseUnregisteredRequestObject({ requestObjectSigningAlg }: OidcSettings): void {
  const { ctx } = Provider;
  if (requestObjectSigningAlg !== undefined || ctx?.oidc.route !== 'authorization') return;
  if (ctx.oidc.params?.request === undefined || refused.has(ctx)) return;
  refused.add(ctx);
  throw new errors.RequestNotSupported();
}

import { errors, type TokenEndpointGrantContext } from 'oidc-provider';
import { minutes } from '#libs/kernel';

/** Seconds. Whether the program may still do something is asked at each call, whatever its token says. */
export const API_TOKEN_LIFETIME = minutes(5) / 1_000;

export type GrantHandler<Parameters extends object> = (
  ctx: TokenEndpointGrantContext<Parameters>,
) => void | Promise<void>;

/** The one grant of programs of agencies, which no application has. */
export const API_GRANT = 'client_credentials';

/**
 * Programs of agencies get signed tokens for the administration (RFC 9068), whether they name it or not (RFC 8707).
 * Nobody else gets tokens for anything but userinfo, so indicators of a resource are switched on for this grant alone:
 * an application that sends one elsewhere is not refused for it (OpenID Connect Core 3.1.2.1).
 */
export const forAdministration =
  <Parameters extends object>(
    audience: () => string,
    handler: GrantHandler<Parameters>,
  ): GrantHandler<Parameters> =>
  (ctx) => {
    const { provider, params, resourceServers } = ctx.oidc;
    const known = audience();
    const { resource = known }: { readonly resource?: unknown } = params;
    if (resource !== known) throw new errors.InvalidTarget();
    resourceServers[known] = new provider.ResourceServer(known, {
      audience: known,
      scope: '',
      accessTokenFormat: 'jwt',
      accessTokenTTL: API_TOKEN_LIFETIME,
      jwt: { sign: { alg: 'RS256' } },
    });
    return handler(ctx);
  };

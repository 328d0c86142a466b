import { errors, type Client, type Configuration } from 'oidc-provider';
import { minutes } from '#libs/kernel';
import { isApiClient } from './clients/api-client-metadata.js';

/** Seconds. Whether the program may still do something is asked at each call, whatever its token says. */
export const API_TOKEN_LIFETIME = minutes(5) / 1_000;

type ResourceIndicators = NonNullable<NonNullable<Configuration['features']>['resourceIndicators']>;

/**
 * Programs of agencies get signed tokens for the administration (RFC 9068), whether they name it or not (RFC 8707);
 * nobody else gets tokens for anything but userinfo.
 */
export const administrationTokens = (audience: string): ResourceIndicators => ({
  enabled: true,
  // To have none is to give undefined, which the types do not know of.
  defaultResource: (_ctx, client) => (isApiClient(client) ? audience : undefined) as string,
  useGrantedResource: () => false,
  getResourceServerInfo: (_ctx, resource, client: Client) => {
    if (!isApiClient(client) || resource !== audience) throw new errors.InvalidTarget();
    return {
      audience,
      scope: '',
      accessTokenFormat: 'jwt',
      accessTokenTTL: API_TOKEN_LIFETIME,
      jwt: { sign: { alg: 'RS256' } },
    };
  },
});

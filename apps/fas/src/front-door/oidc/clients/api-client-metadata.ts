import type { ClientMetadata } from 'oidc-provider';
import type { ApiClient } from '#libs/agencies';
import { API_GRANT } from '../administration-tokens.js';

/** What the OpenID provider knows of a program of an agency: it gets tokens for itself, and signs nobody in. */
export function apiClientMetadata({ id, name, proof }: ApiClient): ClientMetadata {
  return {
    client_id: id,
    client_name: name,
    redirect_uris: [],
    response_types: [],
    grant_types: [API_GRANT],
    subject_type: 'public',
    ...(proof.kind === 'secret'
      ? // The hash takes the secret's place: what a client presents is hashed before it is compared.
        { token_endpoint_auth_method: 'client_secret_basic', client_secret: proof.hash }
      : { token_endpoint_auth_method: 'private_key_jwt', jwks: { keys: [proof.jwk] } }),
  } as ClientMetadata;
}

/** No application has this grant, and no program of an agency has another. */
export const isApiClient = (client: { readonly grantTypes?: readonly string[] }): boolean =>
  client.grantTypes?.includes(API_GRANT) === true;

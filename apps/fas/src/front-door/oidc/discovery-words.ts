import { LANGUAGES } from '#libs/kernel';
import { mtlsAliases } from './provider-features.js';

/** How clients authenticate that have no certificate authority to ask. */
export const CLIENT_AUTHENTICATION = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
  'self_signed_tls_client_auth',
  'none',
] as const;

export type ClientAuthentication = (typeof CLIENT_AUTHENTICATION)[number] | 'tls_client_auth';

/** What the provider can do and does not say of itself (OpenID Connect Discovery 1.0 section 3, RFC 8414 section 2). */
export function discoveryWords(certificateAddress: string, methods: readonly ClientAuthentication[]) {
  return {
    mtls_endpoint_aliases: mtlsAliases(certificateAddress),
    // Without them a client must believe that only client_secret_basic will do there.
    introspection_endpoint_auth_methods_supported: methods,
    revocation_endpoint_auth_methods_supported: methods,
    prompt_values_supported: ['none', 'login', 'consent', 'select_account'],
    ui_locales_supported: LANGUAGES,
  };
}

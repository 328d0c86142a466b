import type { ClientMetadata } from 'oidc-provider';
import { isHighProfile, sectorOf, type Application, type OidcSettings } from '#libs/agencies';

/** What the OpenID provider knows of a client (OpenID Connect Dynamic Registration 2, RFC 7591). */
export function clientMetadata(application: Application, oidc: OidcSettings): ClientMetadata {
  return {
    client_id: oidc.clientId,
    client_name: application.name.en,
    redirect_uris: [...oidc.redirectUris],
    post_logout_redirect_uris: [...oidc.postLogoutRedirectUris],
    ...(oidc.backchannelLogoutUri !== undefined && {
      backchannel_logout_uri: oidc.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
    ...(oidc.initiateLoginUri !== undefined && { initiate_login_uri: oidc.initiateLoginUri }),
    scope: ['openid', ...oidc.scopes.filter((scope) => scope !== 'openid')].join(' '),
    // Every subject is made by our own rule, which knows the registered type and sector.
    subject_type: 'pairwise',
    sector_identifier_uri: `https://${sectorOf(oidc)}`,
    grant_types: grantTypes(oidc),
    response_types: ['code'],
    application_type: oidc.redirectUris.every((uri) => uri.startsWith('https:')) ? 'web' : 'native',
    ...authentication(oidc),
    ...requests(oidc),
    ...answers(oidc),
    ...binding(oidc),
  };
}

/** Refresh tokens come with offline access only, for which a client has to be registered. */
function grantTypes({ scopes }: OidcSettings): string[] {
  return ['authorization_code', ...(scopes.includes('offline_access') ? ['refresh_token'] : [])];
}

function authentication(oidc: OidcSettings) {
  const { subjectDn, sanDns, sanUri, sanIp, sanEmail } = oidc.tlsClientAuth ?? {};
  return {
    token_endpoint_auth_method: oidc.tokenEndpointAuthMethod,
    token_endpoint_auth_signing_alg: oidc.tokenEndpointAuthSigningAlg,
    // The hash takes the secret's place: what a client presents is hashed before it is compared.
    ...(oidc.clientSecretHash !== undefined && { client_secret: oidc.clientSecretHash }),
    ...(oidc.jwks && { jwks: { keys: [...oidc.jwks.keys] } }),
    ...(oidc.jwksUri !== undefined && { jwks_uri: oidc.jwksUri }),
    tls_client_auth_subject_dn: subjectDn,
    tls_client_auth_san_dns: sanDns,
    tls_client_auth_san_uri: sanUri,
    tls_client_auth_san_ip: sanIp,
    tls_client_auth_san_email: sanEmail,
  };
}

function requests(oidc: OidcSettings) {
  return {
    require_pushed_authorization_requests: isHighProfile(oidc) || oidc.requirePushedRequests === true,
    request_object_signing_alg: oidc.requestObjectSigningAlg,
    require_signed_request_object: oidc.requireSignedRequests === true,
    ...(oidc.signedResponses === true && {
      response_modes: ['jwt', 'query.jwt', 'fragment.jwt', 'form_post.jwt'],
    }),
  };
}

/** PKCE (RFC 7636), unless an older client was let go on without it. */
export const isPkceRequired = (settings: Partial<OidcSettings>): boolean =>
  isHighProfile(settings) || (settings.requirePkce ?? true);

/** With which we sign for this client, its ID tokens and its logout tokens alike. */
export const signingAlgorithmOf = (oidc: OidcSettings): 'RS256' | 'PS256' | 'ES256' =>
  oidc.signingAlg ?? (isHighProfile(oidc) ? 'PS256' : 'RS256');

function answers(oidc: OidcSettings) {
  const algorithm = signingAlgorithmOf(oidc);
  const isSigned = oidc.userinfoFormat === 'jwt';
  const { alg, enc } = oidc.tokenEncryption ?? {};
  return {
    id_token_signed_response_alg: algorithm,
    authorization_signed_response_alg: algorithm,
    ...(isSigned && { userinfo_signed_response_alg: algorithm }),
    id_token_encrypted_response_alg: alg,
    id_token_encrypted_response_enc: enc,
    ...(isSigned && { userinfo_encrypted_response_alg: alg, userinfo_encrypted_response_enc: enc }),
  };
}

/** A token that is bound is of no use to whoever steals it (RFC 9449, RFC 8705 section 3). */
function binding(oidc: OidcSettings) {
  const kind = oidc.tokenBinding ?? (isHighProfile(oidc) ? 'dpop' : 'none');
  return {
    dpop_bound_access_tokens: kind === 'dpop',
    tls_client_certificate_bound_access_tokens: kind === 'certificate',
  };
}

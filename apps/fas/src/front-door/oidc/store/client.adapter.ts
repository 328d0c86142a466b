import type { Adapter, AdapterPayload, ClientMetadata } from 'oidc-provider';
import type { Application, OidcSettings } from '#libs/agencies';
import type { RelyingParties } from '../../../relying-parties/relying-parties.js';
import { sectorOf } from '../authorization/subject.js';
import { RecordAdapter } from './record.adapter.js';

/** Visible characters and spaces (RFC 6749 appendix A.1); nobody registers longer ones. */
const CLIENT_ID = /^[\x20-\x7e]{1,200}$/;

/** Clients are the applications that speak OpenID Connect; they are registered by their agencies, never here. */
export class ClientAdapter extends RecordAdapter implements Adapter {
  constructor(
    private readonly parties: RelyingParties,
    database: ConstructorParameters<typeof RecordAdapter>[1],
  ) {
    super('Client', database);
  }

  override async find(clientId: string): Promise<AdapterPayload | undefined> {
    if (!CLIENT_ID.test(clientId)) return undefined;
    const application = await this.parties.findByClientId(clientId);
    if (application?.oidc === undefined || application.state !== 'active') return undefined;
    return clientMetadata(application, application.oidc) as AdapterPayload;
  }

  override async upsert(): Promise<void> {
    throw new Error('clients are registered by their agencies only');
  }
}

export function clientMetadata(application: Application, oidc: OidcSettings): ClientMetadata {
  return {
    client_id: oidc.clientId,
    client_name: application.name.en,
    // The hash takes the secret's place: what a client presents is hashed before it is compared.
    ...(oidc.clientSecretHash !== undefined && { client_secret: oidc.clientSecretHash }),
    redirect_uris: [...oidc.redirectUris],
    post_logout_redirect_uris: [...oidc.postLogoutRedirectUris],
    ...(oidc.backchannelLogoutUri !== undefined && {
      backchannel_logout_uri: oidc.backchannelLogoutUri,
      backchannel_logout_session_required: true,
    }),
    token_endpoint_auth_method: oidc.tokenEndpointAuthMethod,
    ...(oidc.jwks && { jwks: { keys: [...oidc.jwks.keys] } }),
    scope: ['openid', ...oidc.scopes.filter((scope) => scope !== 'openid')].join(' '),
    // Every subject is made by our own rule, which knows the registered type and sector.
    subject_type: 'pairwise',
    sector_identifier_uri: `https://${sectorOf(oidc)}`,
    ...(oidc.userinfoFormat === 'jwt' && { userinfo_signed_response_alg: 'RS256' }),
    id_token_signed_response_alg: 'RS256',
    grant_types: ['authorization_code'],
    response_types: ['code'],
    application_type: oidc.redirectUris.every((uri) => uri.startsWith('https:')) ? 'web' : 'native',
  };
}

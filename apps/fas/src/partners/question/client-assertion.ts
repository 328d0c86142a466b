import { randomToken } from '#libs/security';
import type { PartnerMetadata } from '../discovery.js';
import type { PartnerChannel } from '../partner-channel.js';
import type { PartnerKeys } from '../partner-keys.js';
import type { Partner } from '../partner.js';

/** One question of ours to a service, server to server. */
export interface Exchange {
  readonly row: Partner;
  readonly redirectUri: string;
  readonly metadata: PartnerMetadata;
  readonly channel: PartnerChannel;
  readonly keys: PartnerKeys;
  readonly now: Date;
}

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** Who we are: private_key_jwt (OpenID Connect Core section 9, RFC 7523), for the token endpoint, once. */
export async function clientAssertion({ row, metadata, keys, now }: Exchange) {
  const { clientId } = row;
  const claims = { iss: clientId, sub: clientId, aud: metadata.tokenEndpoint, jti: randomToken(24) };
  return { client_assertion_type: TYPE, client_assertion: await keys.sign(claims, now) };
}

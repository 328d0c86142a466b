import { IsInt, IsNotEmpty, IsOptional, IsString, Max, Min } from 'class-validator';
import { documented } from './documented.js';

/** The OpenID provider. */
export class OpenIdSettings {
  @documented(
    'Days after which access without the person (offline access) ends whatever happens; each service has to be registered for it',
  )
  @IsInt()
  @Min(1)
  @Max(365)
  offlineDays: number;

  @documented(
    'File with the authorities whose certificates services may use to authenticate (tls_client_auth, RFC 8705), roots and issuers (PEM). Left out: services use keys or self-signed certificates only',
  )
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  clientAuthoritiesFile?: string | null;
}

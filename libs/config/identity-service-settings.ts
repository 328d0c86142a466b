import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsString,
  IsUrl,
  Matches,
  ValidateIf,
} from 'class-validator';
import { documented } from './documented.js';
import { inUse, speaks } from './recognised-service-settings.js';
import { SamlServiceSettings } from './saml-service-settings.js';

/** An address without a query or fragment: metadata and signatures compare it letter by letter. */
const issuerAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** A recognised identity service: one row of `config/identity-services.yaml`. */
export class IdentityServiceSettings extends SamlServiceSettings {
  @documented(
    'OpenID Connect: issuer; its discovery document is at <issuer>/.well-known/openid-configuration',
  )
  @ValidateIf(inUse('oidc'))
  @IsUrl(issuerAddress)
  issuer?: string;

  @documented('OpenID Connect: under which we are registered there')
  @ValidateIf(inUse('oidc'))
  @IsString()
  @IsNotEmpty()
  clientId?: string;

  @documented('OpenID Connect: scopes that we ask, openid among them')
  @ValidateIf(speaks('oidc'))
  @Matches(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/)
  scope?: string;

  @documented('OpenID Connect: the class that we ask (acr_values); an answer with another one is refused')
  @ValidateIf(speaks('oidc'))
  @IsString()
  @IsNotEmpty()
  acr?: string;

  @documented('OpenID Connect: claim of the ID token that holds the national or BIS number')
  @ValidateIf(speaks('oidc'))
  @IsString()
  @IsNotEmpty()
  numberClaim?: string;

  @documented(
    'OpenID Connect: how the signed request goes there: value (parameter request) or pushed (RFC 9126)',
  )
  @ValidateIf(speaks('oidc'))
  @IsIn(['value', 'pushed'])
  request?: 'value' | 'pushed';

  @documented('OpenID Connect: algorithms of the signature inside the ID token')
  @ValidateIf(speaks('oidc'))
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(['RS256', 'PS256', 'ES256'], { each: true })
  signatures?: ('RS256' | 'PS256' | 'ES256')[];

  @documented('OpenID Connect: content encryption of the ID token; its key is encrypted with RSA-OAEP-256')
  @ValidateIf(speaks('oidc'))
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A256GCM'], { each: true })
  encryptions?: string[];
}

import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsString,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { MayBeAbsent } from './file-format.js';
import {
  CLIENT_ALGORITHMS,
  CONTENT_ENCRYPTIONS,
  ENCRYPTION_ALGORITHMS,
  SIGNING_ALGORITHMS,
  type ClientAlgorithm,
  type SigningAlgorithmName,
  type TokenBinding,
  type TokenEncryption,
  type TokenEndpointAuthMethod,
} from './oidc-settings.js';

const METHODS: readonly TokenEndpointAuthMethod[] = [
  'client_secret_basic',
  'client_secret_post',
  'private_key_jwt',
  'tls_client_auth',
  'self_signed_tls_client_auth',
  'none',
];

class TlsClientAuthPart {
  @MayBeAbsent() @IsString() @IsNotEmpty() subjectDn?: string;
  @MayBeAbsent() @IsString() @IsNotEmpty() sanDns?: string;
  @MayBeAbsent() @IsString() @IsNotEmpty() sanUri?: string;
  @MayBeAbsent() @IsString() @IsNotEmpty() sanIp?: string;
  @MayBeAbsent() @IsString() @IsNotEmpty() sanEmail?: string;
}

class TokenEncryptionPart {
  @IsIn(ENCRYPTION_ALGORITHMS) alg: TokenEncryption['alg'];
  @IsIn(CONTENT_ENCRYPTIONS) enc: TokenEncryption['enc'] = 'A256GCM';
}

/** The part of an application file about OpenID Connect. */
export class OidcPart {
  @IsString() @IsNotEmpty() clientId: string;
  @IsIn(['standard', 'high']) profile: 'standard' | 'high' = 'standard';
  /** A guessable secret would let anybody answer in the service's name. */
  @MayBeAbsent() @IsString() @MinLength(16) clientSecret?: string;
  @IsArray() @ArrayNotEmpty() @IsString({ each: true }) redirectUris: string[];
  @IsArray() @IsString({ each: true }) postLogoutRedirectUris: string[] = [];
  @MayBeAbsent() @IsString() backchannelLogoutUri?: string;
  @MayBeAbsent() @IsString() initiateLoginUri?: string;
  @IsIn(METHODS) tokenEndpointAuthMethod: TokenEndpointAuthMethod = 'client_secret_basic';
  @MayBeAbsent() @IsIn(CLIENT_ALGORITHMS) tokenEndpointAuthSigningAlg?: ClientAlgorithm;
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => TlsClientAuthPart)
  tlsClientAuth?: TlsClientAuthPart;
  @MayBeAbsent() @IsObject() jwks?: { keys?: object[] };
  @MayBeAbsent() @IsString() jwksUri?: string;
  @IsArray() @IsString({ each: true }) scopes: string[] = ['openid'];
  @IsIn(['pairwise', 'public']) subjectType: 'pairwise' | 'public' = 'pairwise';
  @MayBeAbsent() @IsString() @IsNotEmpty() sectorIdentifier?: string;
  @IsIn(['jwt', 'json']) userinfoFormat: 'jwt' | 'json' = 'jwt';
  @MayBeAbsent() @IsBoolean() requirePkce?: boolean;
  @MayBeAbsent() @IsBoolean() requirePushedRequests?: boolean;
  @MayBeAbsent() @IsIn(CLIENT_ALGORITHMS) requestObjectSigningAlg?: ClientAlgorithm;
  @MayBeAbsent() @IsBoolean() requireSignedRequests?: boolean;
  @MayBeAbsent() @IsBoolean() signedResponses?: boolean;
  @MayBeAbsent() @IsIn(['none', 'dpop', 'certificate']) tokenBinding?: TokenBinding;
  @MayBeAbsent() @IsIn(SIGNING_ALGORITHMS) signingAlg?: SigningAlgorithmName;
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => TokenEncryptionPart)
  tokenEncryption?: TokenEncryptionPart;
}

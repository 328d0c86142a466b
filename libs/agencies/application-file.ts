import 'reflect-metadata';
import { plainToInstance, Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  MinLength,
  ValidateIf,
  ValidateNested,
  validateSync,
  type ValidationError,
} from 'class-validator';
import type { ApplicationEnvironment, LegalBasisKind, TokenEndpointAuthMethod } from './application.js';

const KEYS = [
  'eid',
  'itsme',
  'eidas',
  'passkey',
  'totp',
  'sms',
  'certificate',
  'token',
  'email',
  'password',
  'selfreg',
] as const;
const LEVELS = [100, 200, 300, 350, 400, 450, 500] as const;

class Names {
  @IsString() @IsNotEmpty() nl: string;
  @IsString() @IsNotEmpty() fr: string;
  @IsString() @IsNotEmpty() de: string;
  @IsString() @IsNotEmpty() en: string;
}

class LegalBasisPart {
  @IsIn(['RR_OWN', 'RR_21_2015', 'LAW', 'PROTOCOL']) kind: LegalBasisKind;
  @IsString() @IsNotEmpty() reference: string;
  @IsISO8601() validFrom: string;
  @IsOptional() @IsISO8601() validUntil?: string;
}

class OidcPart {
  @IsString() @IsNotEmpty() clientId: string;
  /** A guessable secret would let anybody answer in the service's name. */
  @IsOptional() @IsString() @MinLength(16) clientSecret?: string;
  @IsArray() @ArrayNotEmpty() @IsString({ each: true }) redirectUris: string[];
  @IsOptional() @IsArray() @IsString({ each: true }) postLogoutRedirectUris?: string[];
  @IsOptional() @IsString() backchannelLogoutUri?: string;
  @IsOptional()
  @IsIn(['client_secret_basic', 'client_secret_post', 'private_key_jwt', 'none'])
  tokenEndpointAuthMethod?: TokenEndpointAuthMethod;
  @IsOptional() @IsObject() jwks?: { keys?: object[] };
  @IsOptional() @IsArray() @IsString({ each: true }) scopes?: string[];
  @IsOptional() @IsIn(['pairwise', 'public']) subjectType?: 'pairwise' | 'public';
  @IsOptional() @IsString() sectorIdentifier?: string;
  @IsOptional() @IsIn(['jwt', 'json']) userinfoFormat?: 'jwt' | 'json';
  @IsOptional() @IsBoolean() requirePkce?: boolean;
}

class SamlPart {
  @IsString() @IsNotEmpty() metadataFile: string;
  @IsOptional() @IsBoolean() wantAssertionsEncrypted?: boolean;
  @IsOptional() @IsBoolean() requireSignedRequests?: boolean;
}

/** What `application add` takes. */
export class ApplicationFile {
  @IsString() @IsNotEmpty() agency: string;
  @IsObject() @ValidateNested() @Type(() => Names) name: Names;
  @IsIn(['INT', 'ACC', 'PROD']) environment: ApplicationEnvironment;
  @IsIn(LEVELS) minimumLevel: (typeof LEVELS)[number];
  @IsArray() @ArrayNotEmpty() @IsIn(KEYS, { each: true }) keys: (typeof KEYS)[number][];
  @IsArray() @ArrayNotEmpty() @IsIn(['citizen', 'enterprise'], { each: true }) contexts: (
    'citizen' | 'enterprise'
  )[];
  @IsArray() @IsString({ each: true }) attributes: string[];
  /** Those of the attributes without which the service cannot decide on access. */
  @IsOptional() @IsArray() @IsString({ each: true }) mandatoryAttributes?: string[];
  @ValidateIf((file: ApplicationFile) => file.attributes?.length > 0 || file.legalBasis !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => LegalBasisPart)
  legalBasis?: LegalBasisPart;
  @IsOptional() @ValidateNested() @Type(() => OidcPart) oidc?: OidcPart;
  @IsOptional() @ValidateNested() @Type(() => SamlPart) saml?: SamlPart;
}

export type ApplicationFileOutcome =
  | { readonly kind: 'valid'; readonly file: ApplicationFile }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** Reads an application file; every problem is one line that names the field. */
export function parseApplicationFile(json: unknown): ApplicationFileOutcome {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { kind: 'invalid', problems: ['the file holds no JSON object'] };
  }
  const file = plainToInstance(ApplicationFile, json);
  const errors = validateSync(file, { whitelist: true, forbidNonWhitelisted: true });
  const problems = [...errors.flatMap((error) => describe(error, '')), ...protocolProblems(file)];
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', file };
}

function protocolProblems(file: ApplicationFile): string[] {
  if ((file.oidc === undefined) === (file.saml === undefined)) return ['give one of oidc and saml'];
  return file.oidc === undefined ? [] : oidcProblems(file.oidc);
}

function oidcProblems(oidc: OidcPart): string[] {
  const method = oidc.tokenEndpointAuthMethod ?? 'client_secret_basic';
  const problems: string[] = [];
  if (method.startsWith('client_secret') && oidc.clientSecret === undefined) {
    problems.push(`oidc.clientSecret: ${method} needs a secret`);
  }
  if (method === 'private_key_jwt' && (oidc.jwks?.keys?.length ?? 0) === 0) {
    problems.push('oidc.jwks: private_key_jwt needs the public keys of the client');
  }
  const addresses = [...(oidc.redirectUris ?? []), ...(oidc.postLogoutRedirectUris ?? [])];
  return [...problems, ...addresses.flatMap(addressProblem)];
}

/** RFC 9700 section 4.1: exact addresses, https, or http on the loopback for native applications and the demo. */
function addressProblem(address: string): string[] {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || url.hash !== '' || address.includes('#')) {
    return [`oidc: ${address} is not an absolute address without fragment`];
  }
  const loopback = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname);
  const allowed = url.protocol === 'https:' || (url.protocol === 'http:' && loopback);
  return allowed ? [] : [`oidc: ${address} must use https`];
}

function describe(error: ValidationError, path: string): string[] {
  const here = path === '' ? error.property : `${path}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, message]) =>
    rule === 'whitelistValidation' ? `${here}: unknown field` : `${here}: ${message}`,
  );
  return [...own, ...(error.children ?? []).flatMap((child) => describe(child, here))];
}

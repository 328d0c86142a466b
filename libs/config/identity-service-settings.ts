import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { Language } from '#libs/kernel';
import { LEVELS, type KeyKind, type Level } from '#libs/loa';
import { documented } from './documented.js';

const STATUSES = ['candidate', 'recognised', 'suspended', 'withdrawn'] as const;

/** Where a service stands with the authority that recognises it (Royal Decree of 22 October 2017). */
export type RecognitionStatus = (typeof STATUSES)[number];

const isRecognised = ({ status }: IdentityServiceSettings): boolean => status === 'recognised';

/** An address without a query or fragment: metadata and signatures compare it letter by letter. */
const issuerAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class ServiceNames implements Readonly<Record<Language, string>> {
  @documented('The name of the service in Dutch')
  @IsString()
  @IsNotEmpty()
  nl: string;
  @documented('in French')
  @IsString()
  @IsNotEmpty()
  fr: string;
  @documented('in German')
  @IsString()
  @IsNotEmpty()
  de: string;
  @documented('in English')
  @IsString()
  @IsNotEmpty()
  en: string;
}

/** A recognised identity service: one row of `config/identity-services.yaml`. */
export class IdentityServiceSettings {
  @documented(
    'Name of the row, and of the digital key: itsme, or service- and a word. In the file it stands before the row',
  )
  @Matches(/^(itsme|service-[a-z][a-z0-9-]{0,30})$/)
  key: Extract<KeyKind, 'itsme' | `service-${string}`>;

  @documented('candidate, recognised, suspended or withdrawn; only recognised ones are offered and accepted')
  @IsIn(STATUSES)
  status: RecognitionStatus;

  @ValidateNested()
  @Type(() => ServiceNames)
  name: ServiceNames;

  @documented('Issuer; its discovery document is at <issuer>/.well-known/openid-configuration')
  @ValidateIf(isRecognised)
  @IsUrl(issuerAddress)
  issuer?: string;

  @documented('Under which we are registered there')
  @ValidateIf(isRecognised)
  @IsString()
  @IsNotEmpty()
  clientId?: string;

  @documented('Scopes that we ask, openid among them')
  @Matches(/^openid( [\x21\x23-\x5b\x5d-\x7e]+)*$/)
  scope: string;

  @documented('The class that we ask (acr_values); an answer with another one is refused')
  @IsString()
  @IsNotEmpty()
  acr: string;

  @documented('Level for which the service is recognised; never more, whatever config/loa.yaml says')
  @IsIn(LEVELS)
  level: Level;

  @documented('Place on the page of choice, among the ranks of config/loa.yaml')
  @Min(1)
  rank: number;

  @documented('Code told to the relying party (amr)')
  @Matches(/^[a-z][a-z0-9_-]{0,20}$/)
  amr: string;

  @documented('Claim of the ID token that holds the national or BIS number')
  @IsString()
  @IsNotEmpty()
  numberClaim: string;

  @documented('How the signed request goes there: value (parameter request) or pushed (RFC 9126)')
  @IsIn(['value', 'pushed'])
  request: 'value' | 'pushed';

  @documented('Algorithms of the signature inside the ID token')
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(['RS256', 'PS256', 'ES256'], { each: true })
  signatures: ('RS256' | 'PS256' | 'ES256')[];

  @documented('Content encryption of the ID token; its key is encrypted with RSA-OAEP-256')
  @IsArray()
  @ArrayNotEmpty()
  @IsIn(['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A256GCM'], { each: true })
  encryptions: string[];

  @documented('Milliseconds to wait for each answer of the service')
  @IsInt()
  @Min(100)
  @Max(10_000)
  timeoutMilliseconds: number;

  @documented('First day of the recognition; before it the service is not offered')
  @IsOptional()
  @IsISO8601({ strict: true })
  recognisedFrom?: string;

  @documented('Last day of the recognition; after it the service is neither offered nor accepted')
  @IsOptional()
  @IsISO8601({ strict: true })
  recognisedUntil?: string;

  @documented('Day on which the next audit of the service is due; for the operator')
  @IsOptional()
  @IsISO8601({ strict: true })
  nextAuditDue?: string;

  @documented('Whom to call when the service has an incident; for the operator')
  @IsOptional()
  @IsString()
  incidentContact?: string;
}

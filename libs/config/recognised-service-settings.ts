import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { Language } from '#libs/kernel';
import { LEVELS, type KeyKind, type Level } from '#libs/loa';
import { documented } from './documented.js';

const STATUSES = ['candidate', 'recognised', 'suspended', 'withdrawn'] as const;

/** Where a service stands with the authority that recognises it (Royal Decree of 22 October 2017). */
export type RecognitionStatus = (typeof STATUSES)[number];

const PROTOCOLS = ['oidc', 'saml'] as const;

/** What it speaks: OpenID Connect, or SAML 2.0. */
export type ServiceProtocol = (typeof PROTOCOLS)[number];

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

/** What every recognised service has, whatever it speaks. */
export class RecognisedServiceSettings {
  @documented(
    'Name of the row, and of the digital key: itsme, eidas, or service- and a word. In the file it stands before the row',
  )
  @Matches(/^(itsme|eidas|service-[a-z][a-z0-9-]{0,30})$/)
  key: Extract<KeyKind, 'itsme' | 'eidas' | `service-${string}`>;

  @documented('oidc (OpenID Connect) or saml (SAML 2.0); the settings of the other one have no meaning')
  @IsIn(PROTOCOLS)
  protocol: ServiceProtocol;

  @documented('candidate, recognised, suspended or withdrawn; only recognised ones are offered and accepted')
  @IsIn(STATUSES)
  status: RecognitionStatus;

  @ValidateNested()
  @Type(() => ServiceNames)
  name: ServiceNames;

  @documented('Level for which the service is recognised; never more, whatever config/loa.yaml says')
  @IsIn(LEVELS)
  level: Level;

  @documented('Place on the page of choice, among the ranks of config/loa.yaml')
  @Min(1)
  rank: number;

  @documented('Code told to the relying party (amr)')
  @Matches(/^[a-z][a-z0-9_-]{0,20}$/)
  amr: string;

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

/** For settings that one protocol needs. */
export const speaks =
  (protocol: ServiceProtocol) =>
  (row: RecognisedServiceSettings): boolean =>
    row.protocol === protocol;

/** For settings that a service needs only once it is in use. */
export const inUse =
  (protocol: ServiceProtocol) =>
  (row: RecognisedServiceSettings): boolean =>
    row.protocol === protocol && row.status === 'recognised';

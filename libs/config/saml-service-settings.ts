import { Type } from 'class-transformer';
import {
  ArrayMinSize,
  ArrayNotEmpty,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { LEVELS, type Level } from '#libs/loa';
import { documented } from './documented.js';
import { inUse, RecognisedServiceSettings, speaks } from './recognised-service-settings.js';

const webAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

/** What the service is like must be known: from its metadata, or from the three settings in its place. */
const withoutFile = (row: SamlServiceSettings): boolean =>
  inUse('saml')(row) && row.metadataFile === undefined;

const withoutMetadata = (row: SamlServiceSettings): boolean =>
  withoutFile(row) && row.metadataUrl === undefined;

export class ServiceClass {
  @documented('Class reference, letter by letter')
  @IsString()
  @IsNotEmpty()
  class: string;

  @documented('What a sign-in of this class is worth here')
  @IsIn(LEVELS)
  level: Level;
}

/** What a recognised service needs that speaks SAML 2.0. */
export class SamlServiceSettings extends RecognisedServiceSettings {
  @documented('SAML: file with the metadata of the service, read at start; instead of the next three')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  metadataFile?: string;

  @documented(
    'SAML: address of the metadata of the service, which the worker fetches and fetches again; with metadataSignerFile and entityId, instead of metadataFile',
  )
  @IsOptional()
  @IsUrl(webAddress)
  metadataUrl?: string;

  @documented(
    'SAML: file (PEM) with the certificates of the keys of which one must sign what comes from metadataUrl; several while that key changes',
  )
  @ValidateIf((row: SamlServiceSettings) => row.metadataUrl !== undefined)
  @IsString()
  @IsNotEmpty()
  metadataSignerFile?: string;

  @documented('SAML: entity identifier of the service; metadata from an address must name it')
  @ValidateIf(withoutFile)
  @IsString()
  @IsNotEmpty()
  entityId?: string;

  @documented('SAML: address for requests by Redirect')
  @ValidateIf(withoutMetadata)
  @IsUrl(webAddress)
  singleSignOn?: string;

  @documented(
    'SAML: file (PEM) with the certificates of the keys that may sign answers; several while a key changes',
  )
  @ValidateIf(withoutMetadata)
  @IsString()
  @IsNotEmpty()
  certificatesFile?: string;

  @documented(
    'SAML: address that answers while the service works; without it the service counts as working until it is suspended',
  )
  @IsOptional()
  @IsUrl(webAddress)
  statusAddress?: string;

  @ValidateIf(speaks('saml'))
  @IsArray()
  @ArrayNotEmpty()
  @ValidateNested({ each: true })
  @Type(() => ServiceClass)
  classes?: ServiceClass[];

  @documented('SAML: attribute that holds the national or BIS number')
  @ValidateIf(speaks('saml'))
  @IsString()
  @IsNotEmpty()
  numberAttribute?: string;

  @documented('SAML: attribute with what the service itself calls the person; without it, the NameID')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  identifierAttribute?: string;

  @documented(
    'SAML: beginnings of identifiers that the service may state, such as PT/BE/; an answer with another one is refused',
  )
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  identifierScopes?: string[];
}

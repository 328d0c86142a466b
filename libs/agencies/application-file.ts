import { Type } from 'class-transformer';
import {
  ArrayNotEmpty,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import {
  CONTEXTS,
  KEY_KINDS,
  KEY_KIND_SHAPE,
  LEVELS,
  type Context,
  type KeyKind,
  type Level,
} from '#libs/loa';
import { applicationProblems } from './application-problems.js';
import type { ApplicationEnvironment, LegalBasisKind } from './application.js';
import { MayBeAbsent, Names, outcomeOf, readInto, type FileOutcome } from './file-format.js';
import { OidcPart } from './oidc-part.js';

const isDate: PropertyDecorator = (target, name) => {
  Matches(/^\d{4}-\d\d-\d\d$/u, { message: 'must be a date such as 2026-01-31' })(target, name);
  IsISO8601({ strict: true })(target, name);
};

const namedKey = {
  each: true,
  message: `each value in keys must be one of ${KEY_KINDS.join(', ')}, or the name of a recognised service`,
};

class LegalBasisPart {
  @IsIn(['RR_OWN', 'RR_21_2015', 'LAW', 'PROTOCOL']) kind: LegalBasisKind;
  @IsString() @IsNotEmpty() reference: string;
  @isDate validFrom: string;
  @MayBeAbsent() @isDate validUntil?: string;
}

export class SamlPart {
  @ValidateIf(
    ({ metadataFile, metadataUrl }: SamlPart) =>
      (metadataFile ?? metadataUrl) === undefined || metadataFile !== undefined,
  )
  @IsString()
  @IsNotEmpty()
  metadataFile?: string;
  /** Where the metadata is fetched, again and again; signed by `metadataSigner`. */
  @MayBeAbsent() @IsString() @IsNotEmpty() metadataUrl?: string;
  /** Certificates (PEM, one after the other) of who signs the metadata at the address. */
  @ValidateIf(({ metadataUrl, metadataSigner }: SamlPart) => (metadataUrl ?? metadataSigner) !== undefined)
  @IsString()
  @IsNotEmpty()
  metadataSigner?: string;
  @IsBoolean() wantAssertionsEncrypted = false;
  @IsBoolean() requireSignedRequests = false;
  @IsBoolean() allowCbcEncryption = false;
  @IsBoolean() allowSha1 = false;
  @IsBoolean() nameAuthenticatingAuthority = false;
}

/** What `application add` takes. */
export class ApplicationFile {
  @IsString() @IsNotEmpty() agency: string;
  @IsObject() @ValidateNested() @Type(() => Names) name: Names;
  @IsIn(['INT', 'ACC', 'PROD']) environment: ApplicationEnvironment;
  @IsIn(LEVELS) minimumLevel: Level;
  @IsArray() @ArrayNotEmpty() @Matches(KEY_KIND_SHAPE, namedKey) keys: KeyKind[];
  @IsArray() @ArrayNotEmpty() @IsIn(CONTEXTS, { each: true }) contexts: Context[];
  @IsArray() @IsString({ each: true }) attributes: string[];
  /** Those of the attributes without which the service cannot decide on access. */
  @IsArray() @IsString({ each: true }) mandatoryAttributes: string[] = [];
  /** No personal data without one. */
  @ValidateIf((file: ApplicationFile) => file.attributes?.length > 0 || file.legalBasis !== undefined)
  @IsObject()
  @ValidateNested()
  @Type(() => LegalBasisPart)
  legalBasis?: LegalBasisPart;
  @MayBeAbsent() @IsObject() @ValidateNested() @Type(() => OidcPart) oidc?: OidcPart;
  @MayBeAbsent() @IsObject() @ValidateNested() @Type(() => SamlPart) saml?: SamlPart;
}

/** Reads an application file; what its fields mean together is looked at once each of them is sound. */
export function parseApplicationFile(json: unknown): FileOutcome<ApplicationFile> {
  const read = readInto(json, ApplicationFile);
  return read.kind === 'invalid' ? read : outcomeOf(read.file, applicationProblems(read.file));
}

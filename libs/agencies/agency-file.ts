import { Type } from 'class-transformer';
import { IsNotEmpty, IsObject, IsString, ValidateNested } from 'class-validator';
import { parseEnterpriseNumber } from '#libs/kernel';
import type { Agency } from './agencies.store.js';
import { Names, readInto, type FileOutcome } from './file-format.js';

/** What `agency add` takes. */
class AgencyFile {
  @IsString() @IsNotEmpty() number: string;
  @IsObject() @ValidateNested() @Type(() => Names) name: Names;
  /** No agency without a signed agreement. */
  @IsString() @IsNotEmpty() agreementVersion: string;
}

/** Reads an agency file. */
export function parseAgencyFile(json: unknown): FileOutcome<Agency> {
  const read = readInto(json, AgencyFile);
  if (read.kind === 'invalid') return read;
  const { number: written, name, agreementVersion } = read.file;
  const parsed = parseEnterpriseNumber(written);
  if (parsed.kind === 'invalid') {
    return { kind: 'invalid', problems: [`number: ${written} is no enterprise number`] };
  }
  return { kind: 'valid', file: { number: parsed.number, name: { ...name }, agreementVersion } };
}

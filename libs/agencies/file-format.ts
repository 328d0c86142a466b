import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { IsNotEmpty, IsString, ValidateIf, validateSync, type ValidationError } from 'class-validator';

export type FileOutcome<T> =
  | { readonly kind: 'valid'; readonly file: T }
  | { readonly kind: 'invalid'; readonly problems: readonly string[] };

/** A name in each language. */
export class Names {
  @IsString() @IsNotEmpty() nl: string;
  @IsString() @IsNotEmpty() fr: string;
  @IsString() @IsNotEmpty() de: string;
  @IsString() @IsNotEmpty() en: string;
}

/** The field may be left out; unlike with `IsOptional`, `null` is a mistake. */
export const MayBeAbsent = (): PropertyDecorator =>
  ValidateIf((_object: object, value: unknown) => value !== undefined);

/** Reads what an operator wrote. Every problem is one line that names the field. */
export function readInto<T extends object>(json: unknown, type: new () => T): FileOutcome<T> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return { kind: 'invalid', problems: ['the file holds no JSON object'] };
  }
  const file = plainToInstance(type, json);
  const errors = validateSync(file, { whitelist: true, forbidNonWhitelisted: true });
  return outcomeOf(
    file,
    errors.flatMap((error) => describe(error, '')),
  );
}

export const outcomeOf = <T>(file: T, problems: readonly string[]): FileOutcome<T> =>
  problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'valid', file };

function describe({ property, constraints = {}, children = [] }: ValidationError, path: string): string[] {
  const here = path === '' ? property : `${path}.${property}`;
  const own = Object.entries(constraints).map(([rule, message]) =>
    rule === 'whitelistValidation' ? `${here}: unknown field` : `${here}: ${message}`,
  );
  return [...own, ...children.flatMap((child) => describe(child, here))];
}

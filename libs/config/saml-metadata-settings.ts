import { IsInt, Min, Validate, ValidatorConstraint, type ValidationArguments } from 'class-validator';
import { documented } from './documented.js';

@ValidatorConstraint({ name: 'inOrder' })
class InOrder {
  validate(_value: unknown, { object }: ValidationArguments): boolean {
    const { shortestMinutes, usualMinutes, longestMinutes } = object as SamlMetadataSettings;
    return shortestMinutes <= usualMinutes && usualMinutes <= longestMinutes;
  }

  defaultMessage(): string {
    return 'usualMinutes must lie between shortestMinutes and longestMinutes';
  }
}

/** How the metadata of SAML services that give an address is kept fresh. */
export class SamlMetadataSettings {
  @documented('Minutes after which metadata is fetched again when it says nothing itself (cacheDuration)')
  @IsInt()
  @Min(1)
  @Validate(InOrder)
  usualMinutes: number;

  @documented(
    'Shortest interval, in minutes, whatever the metadata says; also the first wait after a failure',
  )
  @IsInt()
  @Min(1)
  shortestMinutes: number;

  @documented('Longest interval, in minutes, whatever the metadata says')
  @IsInt()
  @Min(1)
  longestMinutes: number;

  @documented('Days that metadata from an address may at most be valid ahead (validUntil)')
  @IsInt()
  @Min(1)
  longestValidityDays: number;

  @documented('Milliseconds for fetching the whole document')
  @IsInt()
  @Min(1)
  timeoutMilliseconds: number;
}

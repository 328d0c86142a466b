import { Type } from 'class-transformer';
import {
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { documented } from './documented.js';

const number =
  (meaning: string, least: number, most = 100_000): PropertyDecorator =>
  (target, name) => {
    documented(meaning)(target, name);
    IsInt()(target, String(name));
    Min(least)(target, String(name));
    Max(most)(target, String(name));
  };

/** How long records of each class are kept. */
export class AuditRetention {
  @number('Days that records of sign-ins are kept', 366)
  authentication: number;

  @number('Days that records of administration are kept', 366)
  administration: number;

  @number('Days that records of data that was given out are kept', 366)
  consultation: number;
}

/** A registered service in whose name probes sign in over OpenID Connect. */
export class ProbeClient {
  @documented('Its client identifier')
  @IsString()
  @IsNotEmpty()
  id: string;

  @documented('One of its registered addresses; nothing is ever sent there')
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  redirectUri: string;

  @documented('File with its secret, for probes that sign in to the end; the end of its line does not count')
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  secretFile?: string;
}

/** A registered service in whose name probes sign in over SAML; its requests are not signed. */
export class ProbeService {
  @documented('Its entityID')
  @IsString()
  @IsNotEmpty()
  entityId: string;

  @documented('Its registered address for answers by POST; nothing is ever sent there')
  @IsUrl({ require_tld: false, require_protocol: true, protocols: ['http', 'https'] })
  assertionConsumer: string;
}

/** A self-registered profile with which probes sign in to the end. */
export class ProbeProfile {
  @documented('Its mail address')
  @IsString()
  @IsNotEmpty()
  mail: string;

  @documented('File with its password; the end of its line does not count')
  @IsString()
  @IsNotEmpty()
  passwordFile: string;
}

/** Maintenance, probes, and the audit record. */
export class OperationsSettings {
  @number('Days between the mail about planned maintenance and its start; sooner asks for approval', 0, 90)
  leadDays: number;

  @number('Hours before planned maintenance at which contacts are reminded', 1, 720)
  reminderHours: number;

  @documented('Name of the place from which this worker probes; workers in another place have another')
  @Matches(/^[a-z][a-z0-9_]{0,19}$/)
  vantage: string;

  @number('Places that must see trouble before an incident is opened', 1, 20)
  vantagePoints: number;

  @number('Seconds between probes', 5, 300)
  probeSeconds: number;

  @number('Failed probes in a row before a place counts as seeing trouble', 1, 100)
  probeFailures: number;

  @number('Good probes in a row before an incident ends', 1, 100)
  probeSuccesses: number;

  @number(
    'Minutes that it must work again before contacts are told; what comes back sooner is the same incident',
    0,
    1_440,
  )
  quietMinutes: number;

  @number('Requests per minute that the installation can take, for the report on load', 1, 100_000_000)
  capacityPerMinute: number;

  @documented(
    'File to which the worker adds signed checkpoints of the audit record; keep it apart from the database',
  )
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  checkpointFile?: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProbeClient)
  probeClient?: ProbeClient;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProbeService)
  probeService?: ProbeService;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ProbeProfile)
  probeProfile?: ProbeProfile;

  @ValidateNested()
  @Type(() => AuditRetention)
  auditDays: AuditRetention;
}

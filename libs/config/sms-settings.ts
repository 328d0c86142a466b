import {
  IsArray,
  IsBoolean,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { documented } from './documented.js';

/** The SMS centre, and how much may be sent through it. */
export class SmsSettings {
  @documented('Host of the SMS centre (SMPP 3.4)')
  @IsString()
  @IsNotEmpty()
  host: string;

  @documented('Port of the SMS centre')
  @IsInt()
  @Min(1)
  @Max(65_535)
  port: number;

  @documented('Connects over TLS and checks the certificate of the SMS centre')
  @IsBoolean()
  tls: boolean;

  @documented('Name under which we bind to the SMS centre (system_id)')
  @IsString()
  @IsNotEmpty()
  @MaxLength(15)
  systemId: string;

  @documented(
    'File with the password that goes with it; the end of its line does not count. None when not given',
  )
  @IsOptional()
  @IsString()
  @IsNotEmpty()
  passwordFile?: string;

  @documented('Sender that telephones show: a number, or a name of at most 11 letters and digits')
  @Matches(/^(\+?\d{3,15}|[A-Za-z0-9 ]{1,11})$/)
  sender: string;

  @documented(
    'Prefixes that may get codes beside Belgian mobile numbers, for example +3162; mobile ranges only',
  )
  @IsArray()
  @Matches(/^\+[1-9]\d{1,6}$/, { each: true })
  otherPrefixes: string[];

  @documented('Codes that may go to the numbers of one prefix in an hour')
  @IsInt()
  @Min(1)
  hourlyPerPrefix: number;

  @documented('Text messages that may wait to be sent; further ones are refused and other keys offered')
  @IsInt()
  @Min(1)
  longestQueue: number;

  @documented(
    'Status (hexadecimal, for example 00000450) by which the SMS centre says that the SIM card was changed lately; the code is then refused',
  )
  @IsOptional()
  @Matches(/^[0-9a-f]{8}$/)
  simChangedStatus?: string;
}

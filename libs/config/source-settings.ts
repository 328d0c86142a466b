import { Type } from 'class-transformer';
import {
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Min,
  ValidateNested,
} from 'class-validator';
import { documented } from './documented.js';

const webAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

class WatchedSource {
  @documented(
    'Address where it tells that it works without being asked about anybody, such as that of its WSDL or `/health`; probes ask there by GET. Without one only what sign-ins meet is known',
  )
  @IsOptional()
  @IsUrl(webAddress)
  healthUrl?: string;
}

/** A source that speaks SOAP, signed on both sides. */
export class SignedServiceSettings extends WatchedSource {
  @documented('Address of the service')
  @IsUrl(webAddress)
  url: string;

  @documented('File with the private key that signs our requests (PEM)')
  @IsString()
  clientKeyFile: string;

  @documented('File with our certificate (PEM)')
  @IsString()
  clientCertificateFile: string;

  @documented('File with the certificate that signs the answers (PEM)')
  @IsString()
  serverCertificateFile: string;

  @documented('Milliseconds to wait for an answer')
  @IsInt()
  @Min(1)
  timeoutMilliseconds: number;
}

export class BisRegisterSettings extends SignedServiceSettings {
  @documented('Enterprise number under which we are known to the KSZ')
  @Matches(/^[01]\d{9}$/)
  customerNumber: string;

  @documented('Ground on which we ask, as agreed with the KSZ')
  @IsString()
  @IsNotEmpty()
  legalContext: string;
}

/** A source behind the service bus that speaks JSON, entered with client credentials. */
export class BusServiceSettings extends WatchedSource {
  @documented('Address of the question')
  @IsUrl(webAddress)
  url: string;

  @documented('Address where access tokens are given')
  @IsUrl(webAddress)
  tokenUrl: string;

  @documented('Our name at the service bus')
  @IsString()
  @IsNotEmpty()
  clientId: string;

  @documented('File with our secret at the service bus; the end of its line does not count')
  @IsString()
  @IsNotEmpty()
  clientSecretFile: string;

  @documented('Scope that is asked for')
  @IsString()
  @IsNotEmpty()
  scope: string;

  @documented('Milliseconds to wait for an answer; after a third of them the same is asked once more')
  @IsInt()
  @Min(1)
  timeoutMilliseconds: number;
}

export class AttributeServiceSettings {
  @documented('Years that the record is kept of who was told what about whom')
  @IsInt()
  @Min(1)
  consultationYears: number;
}

export class Sources {
  @documented('Rijksregister, through the Federal Service Bus: GetPerson version 3')
  @ValidateNested()
  @Type(() => SignedServiceSettings)
  nationalRegister: SignedServiceSettings;

  @documented('BIS register, through the KSZ: PersonService')
  @ValidateNested()
  @Type(() => BisRegisterSettings)
  bisRegister: BisRegisterSettings;

  @documented('Functions of people in enterprises, from the KBO')
  @ValidateNested()
  @Type(() => BusServiceSettings)
  enterpriseRegister: BusServiceSettings;

  @documented('Roles that access managers gave to people, from the role administration')
  @ValidateNested()
  @Type(() => BusServiceSettings)
  roleAdministration: BusServiceSettings;
}

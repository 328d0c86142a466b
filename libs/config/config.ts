import 'reflect-metadata';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsBoolean,
  IsEmail,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUrl,
  Matches,
  Max,
  Min,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { CardGateSettings, CertificateSettings, EidSettings, PasskeySettings } from './card-settings.js';
import { documented } from './documented.js';
import { OperationsSettings } from './operations-settings.js';
import { OpenIdSettings } from './open-id-settings.js';
import { IdentityServiceSettings } from './identity-service-settings.js';
import { SamlMetadataSettings } from './saml-metadata-settings.js';
import { SmsSettings } from './sms-settings.js';
import { AttributeServiceSettings, Sources } from './source-settings.js';
import { TracingSettings } from './tracing-settings.js';

export const ENVIRONMENTS = ['demo', 'test', 'production'] as const;
export type Environment = (typeof ENVIRONMENTS)[number];

const webAddress = { require_tld: false, require_protocol: true, protocols: ['http', 'https'] };

export class BaseUrls {
  @documented('Address of FAS as browsers and relying parties see it; the OpenID issuer is <fas>/fas/oauth2')
  @IsUrl(webAddress)
  fas: string;

  @documented('Address of the FAS listener that asks for a client certificate')
  @IsUrl(webAddress)
  card: string;

  @documented('Address of Mijn digitale sleutels')
  @IsUrl(webAddress)
  sma: string;

  @documented('Address of the Attribute Publication Service as FAS reaches it')
  @IsUrl(webAddress)
  aps: string;

  @documented('Address of the administration')
  @IsUrl(webAddress)
  admin: string;

  @documented('Address of the sandbox; refused in production')
  @IsOptional()
  @IsUrl(webAddress)
  sandbox?: string;

  @documented('Page with invented people for agencies that test in INT; without it no service points to one')
  @IsOptional()
  @IsUrl(webAddress)
  testPeople?: string;
}

const port =
  (meaning: string): PropertyDecorator =>
  (target, name) => {
    documented(meaning)(target, name);
    IsInt()(target, String(name));
    Min(0)(target, String(name));
    Max(65_535)(target, String(name));
  };

export class Ports {
  @port('FAS')
  fas: number;
  @port('FAS, certificate listener')
  card: number;
  @port('SMA')
  sma: number;
  @port('APS')
  aps: number;
  @port('admin')
  admin: number;
  @port('worker')
  worker: number;
  @port('sandbox, web')
  sandbox: number;
  @port('sandbox, SMTP')
  sandboxSmtp: number;
  @port('sandbox, SMPP')
  sandboxSmpp: number;
}

export class OperationsPorts {
  @IsOptional()
  @port('Private listener of FAS for health and metrics; none when not given')
  fas?: number;
  @IsOptional()
  @port('The same of SMA')
  sma?: number;
  @IsOptional()
  @port('The same of APS')
  aps?: number;
  @IsOptional()
  @port('The same of admin')
  admin?: number;
  @IsOptional()
  @port('The same of the worker')
  worker?: number;
}

export class Http {
  @documented('Address that the apps listen on')
  @IsString()
  listenHost: string;

  @documented('Addresses of proxies whose X-Forwarded-For is believed; none by default')
  @IsArray()
  @IsString({ each: true })
  trustedProxies: string[];

  @documented('Serves /metrics on the public listener; off in production, where a private port carries it')
  @IsBoolean()
  publicMetrics: boolean;

  @documented('Calls services at addresses of private networks too; off where services are outside')
  @IsBoolean()
  privateDestinations: boolean;

  @documented(
    'Seconds that an app which is told to stop still takes requests, so that the load balancer sees that it is not ready',
  )
  @IsInt()
  @Min(0)
  @Max(60)
  leaveSeconds: number;

  @documented(
    'Milliseconds that a process may be behind with its work; above that it refuses new work for a moment, so that what is under way ends',
  )
  @IsInt()
  @Min(100)
  longestDelay: number;

  @documented('Address that the private listeners for health and metrics take; never a public one')
  @IsString()
  @IsNotEmpty()
  operationsHost: string;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => OperationsPorts)
  operationsPort?: OperationsPorts;
}

export class Store {
  @documented('PostgreSQL address (postgres://…); environment variable DATABASE_URL')
  @IsString()
  @IsNotEmpty()
  url: string;

  @documented('Largest number of connections of one process')
  @IsInt()
  @Min(2)
  maxConnections: number;
}

export class Queue {
  @documented('Store of the queues, postgres:// or redis://; environment variable QUEUE_URL')
  @IsString()
  @IsNotEmpty()
  url: string;

  @documented('Seconds after which the work of a worker that died is taken over by another')
  @IsInt()
  @Min(2)
  @Max(600)
  takeOverSeconds: number;
}

export class State {
  @documented(
    'Store of codes, tokens and used assertions, redis:// (Redis or Valkey); the database when not given; environment variable STATE_URL',
  )
  @IsOptional()
  @Matches(/^rediss?:\/\//)
  url?: string;
}

/** A user and a password come together. */
const signsIn = ({ user, passwordFile }: Mail): boolean => (user ?? passwordFile) !== undefined;

export class Mail {
  @documented('Host of the mail relay')
  @IsString()
  host: string;

  @documented('Port of the mail relay')
  @IsInt()
  port: number;

  @documented('Sender of every mail')
  @IsString()
  from: string;

  @documented(
    'Mailbox of the service desk, which is told when a person says that something was not them; none: it stands in its list only',
  )
  @IsOptional()
  @IsEmail()
  serviceDesk?: string;

  @documented('Mails with a security code that may wait; further ones are refused and other keys offered')
  @IsInt()
  @Min(1)
  longestCodeQueue: number;

  @documented('Refuses to send over a connection that is not encrypted')
  @IsBoolean()
  secure: boolean;

  @documented('User with which we sign in to the mail relay; none when not given')
  @ValidateIf(signsIn)
  @IsString()
  @IsNotEmpty()
  user?: string;

  @documented('File with the password of that user; the end of its line does not count')
  @ValidateIf(signsIn)
  @IsString()
  @IsNotEmpty()
  passwordFile?: string;
}

export class SignIn {
  @documented('Minutes without use after which a sign-in session ends')
  @IsInt()
  @Min(1)
  idleMinutes: number;

  @documented('Hours after which a sign-in session ends whatever happens')
  @IsInt()
  @Min(1)
  absoluteHours: number;

  @documented(
    'File nro-delegated-stats of the registries of internet addresses, by which a person’s history names the country of a sign-in; none: it shows how the address begins',
  )
  @IsOptional()
  @IsString()
  countriesFile?: string;

  @documented('Minutes that a login may take')
  @IsInt()
  @Min(1)
  journeyMinutes: number;
}

/** The whole configuration of a process. Read with {@link loadConfig}; frozen. */
export class Config {
  @documented('demo, test or production; production refuses demo secrets, http addresses and the sandbox')
  @IsIn(ENVIRONMENTS)
  environment: Environment;

  @documented('Folder for files that the process makes itself')
  @IsString()
  dataDirectory: string;

  @documented('File with the master key that encrypts fields and signing keys; CSAM_MASTER_KEY_FILE')
  @IsString()
  @IsNotEmpty()
  masterKeyFile: string;

  @documented('Level of the log: fatal, error, warn, info, debug')
  @IsIn(['fatal', 'error', 'warn', 'info', 'debug'])
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';

  @ValidateNested()
  @Type(() => BaseUrls)
  baseUrl: BaseUrls;

  @ValidateNested()
  @Type(() => Ports)
  port: Ports;

  @ValidateNested()
  @Type(() => Http)
  http: Http;

  @ValidateNested()
  @Type(() => Store)
  database: Store;

  @ValidateNested()
  @Type(() => Queue)
  queue: Queue;

  @ValidateNested()
  @Type(() => State)
  state: State;

  @ValidateNested()
  @Type(() => Mail)
  mail: Mail;

  @ValidateNested()
  @Type(() => SmsSettings)
  sms: SmsSettings;

  @ValidateNested()
  @Type(() => SignIn)
  signIn: SignIn;

  @ValidateNested()
  @Type(() => OpenIdSettings)
  openId: OpenIdSettings;

  @ValidateNested()
  @Type(() => SamlMetadataSettings)
  samlMetadata: SamlMetadataSettings;

  @ValidateNested()
  @Type(() => AttributeServiceSettings)
  attributeService: AttributeServiceSettings;

  @ValidateNested()
  @Type(() => Sources)
  sources: Sources;

  @ValidateNested()
  @Type(() => OperationsSettings)
  operations: OperationsSettings;

  @ValidateNested()
  @Type(() => TracingSettings)
  tracing: TracingSettings;

  @ValidateNested()
  @Type(() => CardGateSettings)
  cardGate: CardGateSettings;

  @ValidateNested()
  @Type(() => EidSettings)
  eid: EidSettings;

  @ValidateNested()
  @Type(() => CertificateSettings)
  certificate: CertificateSettings;

  @ValidateNested()
  @Type(() => PasskeySettings)
  passkey: PasskeySettings;

  /** In the files a table by name. */
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => IdentityServiceSettings)
  identityServices: IdentityServiceSettings[];
}

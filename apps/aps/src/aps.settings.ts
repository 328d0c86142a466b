import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { ADMIN_KEYS_PATH } from '#libs/attributes';
import type { BusServiceSettings, Config, SignedServiceSettings } from '#libs/config';
import type { TracingSettings } from '#libs/http';
import { minutes, seconds } from '#libs/kernel';
import { masterKeyFromFile, type MasterKey } from '#libs/security';
import type { BusEndpoint } from './sources/rest/bus-client.js';
import type { RequestSigner } from './sources/soap/signed-envelope.js';
import type { SoapEndpoint } from './sources/soap/soap-transport.js';
import type { TrustedServer } from './sources/soap/ws-security.js';
import type { SourceGuards } from './sources/source-guard.js';

interface Watched {
  /** Where it tells that it works, without being asked about anybody. */
  readonly healthUrl?: string | undefined;
  /** Milliseconds to wait for an answer. */
  readonly timeout: number;
}

/** A source that speaks SOAP with WS-Security. */
export interface SoapSettings extends Watched {
  readonly endpoint: SoapEndpoint;
  readonly signer: RequestSigner;
  readonly server: TrustedServer;
}

/** A source behind the service bus that speaks JSON. */
export interface BusSettings extends Watched {
  readonly endpoint: BusEndpoint;
}

/** Everything that the app needs to know from outside, read and ready for use. */
export interface ApsSettings {
  readonly baseUrl: string;
  /** Issuer of the tokens, and where its keys are. */
  readonly fas: { readonly issuer: string; readonly jwksUri: string };
  /** The administration, which compares people at a registration office with the register. */
  readonly admin: { readonly issuer: string; readonly jwksUri: string };
  readonly database: { readonly url: string; readonly role: string; readonly maxConnections: number };
  readonly masterKey: MasterKey;
  /** Environments of the applications that this installation serves. */
  readonly servedEnvironments: readonly string[];
  readonly nationalRegister: SoapSettings;
  readonly bisRegister: SoapSettings & { readonly customer: string; readonly legalContext: string };
  readonly enterpriseRegister: BusSettings;
  readonly roleAdministration: BusSettings;
  /** Bounds of every source, but for the time limit of the slow ones. */
  readonly guards: Omit<SourceGuards, 'clock' | 'timeout'>;
  /** Where traces go; nowhere when there is no endpoint. */
  readonly tracing: Partial<TracingSettings>;
  /** Milliseconds that the process may be behind before it refuses new work. */
  readonly longestDelay: number;
  readonly publicMetrics: boolean;
  readonly trustedProxies: readonly string[];
}

/** @throws when a key or certificate cannot be read */
export function apsSettings(config: Config): ApsSettings {
  const { nationalRegister, bisRegister, enterpriseRegister, roleAdministration } = config.sources;
  const issuer = `${config.baseUrl.fas}/fas/oauth2`;
  return {
    baseUrl: config.baseUrl.aps,
    fas: { issuer, jwksUri: `${issuer}/connect/jwk_uri` },
    admin: { issuer: config.baseUrl.admin, jwksUri: `${config.baseUrl.admin}${ADMIN_KEYS_PATH}` },
    database: { url: config.database.url, role: 'csam_aps', maxConnections: config.database.maxConnections },
    masterKey: masterKeyFromFile(config.masterKeyFile),
    servedEnvironments: config.environment === 'production' ? ['PROD'] : ['INT', 'ACC', 'PROD'],
    nationalRegister: soapSettings(nationalRegister, 'getPerson'),
    bisRegister: {
      ...soapSettings(bisRegister, 'searchPersonBySsin'),
      customer: bisRegister.customerNumber,
      legalContext: bisRegister.legalContext,
    },
    enterpriseRegister: busSettings(enterpriseRegister),
    roleAdministration: busSettings(roleAdministration),
    guards: { concurrency: 100, failures: 5, cooldown: seconds(10) },
    tracing: config.tracing,
    longestDelay: config.http.longestDelay,
    publicMetrics: config.http.publicMetrics,
    trustedProxies: config.http.trustedProxies,
  };
}

const text = (file: string): string => readFileSync(file, 'utf8');

const soapSettings = (service: SignedServiceSettings, action: string): SoapSettings => ({
  endpoint: { url: service.url, action },
  signer: {
    certificate: new X509Certificate(text(service.clientCertificateFile)),
    privateKey: createPrivateKey(text(service.clientKeyFile)),
  },
  server: { certificates: certificatesIn(text(service.serverCertificateFile)), clockSkew: minutes(1) },
  healthUrl: service.healthUrl,
  timeout: service.timeoutMilliseconds,
});

const busSettings = (service: BusServiceSettings): BusSettings => ({
  endpoint: {
    url: service.url,
    credentials: {
      tokenUrl: service.tokenUrl,
      clientId: service.clientId,
      clientSecret: text(service.clientSecretFile).trim(),
      scope: service.scope,
    },
  },
  healthUrl: service.healthUrl,
  timeout: service.timeoutMilliseconds,
});

/** One file may hold two certificates: the present one of the register, and around a renewal the next. */
function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return found.map((certificate) => new X509Certificate(certificate));
}

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '#libs/config';
import { ADMIN_KEYS_PATH } from '#libs/attributes';
import { minutes, seconds } from '#libs/kernel';
import { masterKeyFromFile, type MasterKey } from '#libs/security';
import type { RequestSigner } from './sources/soap/signed-envelope.js';
import type { SoapEndpoint } from './sources/soap/soap-transport.js';
import type { TrustedServer } from './sources/soap/ws-security.js';
import type { SourceGuards } from './sources/guarded-source.js';

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
  readonly nationalRegister: {
    readonly endpoint: SoapEndpoint;
    readonly signer: RequestSigner;
    readonly server: TrustedServer;
    readonly timeout: number;
  };
  /** Bounds of every source, but for the time limit of the slow ones. */
  readonly guards: Omit<SourceGuards, 'clock' | 'timeout'>;
  readonly publicMetrics: boolean;
  readonly trustedProxies: readonly string[];
}

/** @throws when a key or certificate cannot be read */
export function apsSettings(config: Config): ApsSettings {
  const { nationalRegister } = config.sources;
  const text = (file: string) => readFileSync(file, 'utf8');
  const issuer = `${config.baseUrl.fas}/fas/oauth2`;
  return {
    baseUrl: config.baseUrl.aps,
    fas: { issuer, jwksUri: `${issuer}/connect/jwk_uri` },
    admin: { issuer: config.baseUrl.admin, jwksUri: `${config.baseUrl.admin}${ADMIN_KEYS_PATH}` },
    database: { url: config.database.url, role: 'csam_aps', maxConnections: config.database.maxConnections },
    masterKey: masterKeyFromFile(config.masterKeyFile),
    servedEnvironments: config.environment === 'production' ? ['PROD'] : ['INT', 'ACC', 'PROD'],
    nationalRegister: {
      endpoint: { url: nationalRegister.url },
      signer: {
        certificate: new X509Certificate(text(nationalRegister.clientCertificateFile)),
        privateKey: createPrivateKey(text(nationalRegister.clientKeyFile)),
      },
      server: {
        certificates: certificatesIn(text(nationalRegister.serverCertificateFile)),
        clockSkew: minutes(1),
      },
      timeout: nationalRegister.timeoutMilliseconds,
    },
    guards: { concurrency: 100, failures: 5, cooldown: seconds(10) },
    publicMetrics: config.http.publicMetrics,
    trustedProxies: config.http.trustedProxies,
  };
}

/** One file may hold two certificates: the present one of the register, and around a renewal the next. */
function certificatesIn(pem: string): X509Certificate[] {
  const found = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return found.map((certificate) => new X509Certificate(certificate));
}

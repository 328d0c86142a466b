import type { Config } from './config.js';

type Rule = (config: Config) => readonly string[];

/** The line when the configuration has what it may not have. */
const refused = (found: boolean, problem: string): string[] => (found ? [problem] : []);

const isHttp = (address: string | undefined): boolean => address?.startsWith('http://') ?? false;

const rules: readonly Rule[] = [
  ({ baseUrl }) =>
    (Object.entries(baseUrl) as [string, string | undefined][])
      .filter(([, address]) => isHttp(address))
      .map(([name]) => `baseUrl.${name}: production demands https`),
  ({ baseUrl }) =>
    refused(baseUrl.sandbox !== undefined, 'baseUrl.sandbox: the sandbox is refused in production'),
  ({ http }) => refused(http.publicMetrics, 'http.publicMetrics: metrics are not public in production'),
  ({ mail }) =>
    refused(
      mail.user !== undefined && !mail.secure,
      'mail.secure: a password is sent over encrypted connections only',
    ),
  ({ sms }) => refused(!sms.tls, 'sms.tls: codes go to the SMS centre over encrypted connections only'),
  ({ sms }) => refused(sms.passwordFile === undefined, 'sms.passwordFile: production demands a password'),
  ({ sources }) =>
    Object.entries(sources)
      .filter(([, source]) => {
        const { url, tokenUrl, healthUrl } = source as Readonly<Record<string, string | undefined>>;
        return [url, tokenUrl, healthUrl].some(isHttp);
      })
      .map(([name]) => `sources.${name}: production demands https`),
  ({ identityServices }) =>
    identityServices
      .filter(
        ({ status, issuer, singleSignOn, metadataUrl }) =>
          status === 'recognised' && [issuer, singleSignOn, metadataUrl].some(isHttp),
      )
      .map(
        ({ key, protocol }) =>
          `identityServices.${key}.${protocol === 'saml' ? 'singleSignOn, metadataUrl' : 'issuer'}: production demands https`,
      ),
  ({ masterKeyFile }) =>
    refused(/\.data\b/.test(masterKeyFile), 'masterKeyFile: a demo key is refused in production'),
  ({ eid }) =>
    refused(
      [eid.trustedRootsFile, eid.issuersFile].some((file) => /\.data\b/.test(file)),
      'eid: authorities of the demo are refused in production',
    ),
  ({ certificate }) =>
    refused(
      certificate.authorities.some(({ certificatesFile }) => /\.data\b/.test(certificatesFile)),
      'certificate: authorities of the demo are refused in production',
    ),
];

/** What a configuration may not hold in production; empty when it may be used. */
export function productionProblems(config: Config): string[] {
  return config.environment === 'production' ? rules.flatMap((rule) => rule(config)) : [];
}

import type { MetadataMoment } from '#libs/agencies';
import { Problems, type Typed } from '../../frame/form/typed.js';
import { judgeMetadata, type MetadataMessage } from '../metadata/judge-metadata.js';
import type { EnvironmentSettings } from './dossier.js';

export const PROTOCOLS = ['oidc', 'saml'] as const;
export const AUTH_METHODS = ['client_secret_basic', 'private_key_jwt', 'none'] as const;

export type SettingsMessage = 'missing' | 'address' | 'plain' | 'many' | 'reason' | MetadataMessage;

export type ReadSettings =
  | { readonly kind: 'valid'; readonly settings: EnvironmentSettings }
  | { readonly kind: 'invalid'; readonly problems: Problems<SettingsMessage> };

const MOST_ADDRESSES = 10;
const LONGEST_ADDRESS = 500;
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

export interface SettingsRules {
  /** Addresses on the machine itself, without TLS: for trying out only. */
  readonly plainAllowed: boolean;
  /** When metadata is judged, and how far ahead its end may lie. */
  readonly moment: MetadataMoment;
}

/** Judges how a service is reached in one environment. */
export function readSettings(typed: Typed, rules: SettingsRules): ReadSettings {
  const protocol = typed.oneOf('protocol', PROTOCOLS);
  if (protocol === undefined) return invalid({ protocol: 'missing' });
  return protocol === 'oidc' ? readOidc(typed, rules) : readSaml(typed, rules);
}

function readOidc(typed: Typed, rules: SettingsRules): ReadSettings {
  const method = typed.oneOf('tokenEndpointAuthMethod', AUTH_METHODS);
  const jwksUri = typed.text('jwksUri');
  const backchannelLogoutUri = typed.text('backchannelLogoutUri');
  const redirectUris = linesOf(typed.text('redirectUris'));
  const postLogoutRedirectUris = linesOf(typed.text('postLogoutRedirectUris'));
  const problems = new Problems<SettingsMessage>({
    redirectUris: redirectUris.length === 0 ? 'missing' : addressesProblem(redirectUris, rules),
    postLogoutRedirectUris: addressesProblem(postLogoutRedirectUris, rules),
    backchannelLogoutUri: optionalProblem(backchannelLogoutUri, rules),
    tokenEndpointAuthMethod: method === undefined ? 'missing' : undefined,
    jwksUri: jwksProblem(method, jwksUri, rules),
  });
  if (problems.any || method === undefined) return { kind: 'invalid', problems };
  return {
    kind: 'valid',
    settings: {
      protocol: 'oidc',
      redirectUris,
      postLogoutRedirectUris,
      tokenEndpointAuthMethod: method,
      ...(backchannelLogoutUri !== '' && { backchannelLogoutUri }),
      ...(jwksUri !== '' && { jwksUri }),
    },
  };
}

/** What was fetched and shown before is what counts; the worker fetches it anew later. */
function readSaml(typed: Typed, rules: SettingsRules): ReadSettings {
  const [document, metadataUrl] = [typed.text('metadata'), typed.text('metadataUrl')];
  const metadataSigner = typed.text('metadataSigner');
  if (document === '' && metadataUrl === '') return invalid({ metadata: 'missing' });
  const addressed = optionalProblem(metadataUrl, rules);
  if (addressed !== undefined) return invalid({ metadataUrl: addressed });
  const judged = judgeMetadata({ document, signer: metadataSigner, url: metadataUrl }, rules.moment);
  if (judged.kind === 'wrong') return invalid({ [judged.field]: judged.message });
  return {
    kind: 'valid',
    settings: {
      protocol: 'saml',
      metadata: judged.document,
      ...(metadataUrl !== '' && { metadataUrl, metadataSigner }),
      redirectUris: [],
      postLogoutRedirectUris: [],
      tokenEndpointAuthMethod: 'none',
    },
  };
}

const invalid = (problems: Record<string, SettingsMessage>): ReadSettings => ({
  kind: 'invalid',
  problems: new Problems(problems),
});

const linesOf = (text: string): string[] =>
  text
    .split(/\s+/)
    .map((line) => line.trim())
    .filter(Boolean);

/** What is wrong with an address, when there is one. */
export const optionalProblem = (address: string, rules: SettingsRules) =>
  address === '' ? undefined : addressProblem(address, rules);

function jwksProblem(method: string | undefined, address: string, rules: SettingsRules) {
  if (method === 'private_key_jwt' && address === '') return 'missing';
  return optionalProblem(address, rules);
}

function addressesProblem(addresses: readonly string[], rules: SettingsRules): SettingsMessage | undefined {
  if (addresses.length > MOST_ADDRESSES) return 'many';
  return addresses.map((address) => addressProblem(address, rules)).find((problem) => problem !== undefined);
}

/** Whole addresses without a fragment or a password in them (RFC 6749 3.1.2); https, but for trying out. */
function addressProblem(address: string, { plainAllowed }: SettingsRules): SettingsMessage | undefined {
  if (address.length > LONGEST_ADDRESS || address.includes('*') || !URL.canParse(address)) return 'address';
  const url = new URL(address);
  if ([url.hash, url.username, url.password].some((part) => part !== '')) return 'address';
  return schemeProblem(url, plainAllowed);
}

function schemeProblem({ protocol, hostname }: URL, plainAllowed: boolean): SettingsMessage | undefined {
  if (protocol === 'https:') return undefined;
  if (protocol !== 'http:') return 'address';
  return plainAllowed && LOOPBACK.includes(hostname) ? undefined : 'plain';
}

/** What is stored, as the form shows it. */
export const fieldsOfSettings = (settings: EnvironmentSettings | undefined): Record<string, string> =>
  settings === undefined
    ? {}
    : {
        protocol: settings.protocol,
        redirectUris: settings.redirectUris.join('\n'),
        postLogoutRedirectUris: settings.postLogoutRedirectUris.join('\n'),
        backchannelLogoutUri: settings.backchannelLogoutUri ?? '',
        tokenEndpointAuthMethod: settings.tokenEndpointAuthMethod,
        jwksUri: settings.jwksUri ?? '',
        metadata: settings.metadata ?? '',
        metadataUrl: settings.metadataUrl ?? '',
        metadataSigner: settings.metadataSigner ?? '',
      };

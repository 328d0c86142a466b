import { ValidateInResponseTo, type CacheProvider, type PassportSamlConfig } from 'passport-saml';
import type { Level } from '#libs/loa';
import { NAME_ID_FORMAT } from '#libs/saml';
import type { ServiceProviderKey } from '../key/service-provider-key.js';
import type { LevelClasses } from '../level-classes.js';
import type { ServiceProviderAddresses } from '../metadata.js';
import { CLOCK_SKEW, LONGEST_LIFE } from '../response/checks/clock.js';

export interface StrategyInput {
  readonly addresses: ServiceProviderAddresses;
  readonly key: ServiceProviderKey;
  readonly identityProvider: { readonly entityId: string; readonly singleSignOn: string };
  readonly certificates: readonly string[];
  readonly classes: LevelClasses;
  /** The one request that this is about. */
  readonly request: { readonly requestId: string; readonly minimum: Level; readonly forced: boolean };
}

/** Settings of passport-saml for one request; what its defaults leave open is closed (ACCEPTANCE 2.7). */
export function strategyConfig(input: StrategyInput): PassportSamlConfig {
  const { addresses, key, identityProvider, request } = input;
  const asked = input.classes.classFor(request.minimum);
  if (asked === undefined)
    throw new RangeError(`${identityProvider.entityId} has no class for ${request.minimum}`);
  return {
    issuer: addresses.entityId,
    callbackUrl: addresses.assertionConsumer,
    entryPoint: identityProvider.singleSignOn,
    idpIssuer: identityProvider.entityId,
    idpCert: [...input.certificates],
    audience: addresses.entityId,
    privateKey: key.privateKey,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    wantAuthnResponseSigned: true,
    wantAssertionsSigned: true,
    identifierFormat: NAME_ID_FORMAT.transient,
    racComparison: 'minimum',
    authnContext: [asked],
    forceAuthn: request.forced,
    acceptedClockSkewMs: CLOCK_SKEW,
    maxAssertionAgeMs: LONGEST_LIFE,
    validateInResponseTo: ValidateInResponseTo.always,
    generateUniqueId: () => request.requestId,
    cacheProvider: onlyThisRequest(request.requestId),
  };
}

/** Our own table says which requests wait for an answer; passport-saml is told of the one that was found there. */
function onlyThisRequest(requestId: string): CacheProvider {
  return {
    saveAsync: () => Promise.resolve(null),
    getAsync: (id) => Promise.resolve(id === requestId ? new Date().toISOString() : null),
    removeAsync: () => Promise.resolve(null),
  };
}

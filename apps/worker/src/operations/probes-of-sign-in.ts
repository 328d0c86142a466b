import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';
import { fasIdentityProvider } from '#libs/service-provider';
import { passwordIn } from '../secret-file.js';
import type { Ask } from './probe-fetch.js';
import type { Probe } from './probe.js';
import { oidcSignIn, samlSignIn } from './sign-in-probes.js';
import { wholeOidcSignIn, wholeSamlSignIn, type Profile } from './whole-sign-in.js';

type Sources = { readonly config: Config; readonly database: Database; readonly ask: Ask };

/**
 * Signing in over both protocols: to the end where there are a profile and a service of the probes, else to the page of
 * keys.
 *
 * @throws ConfigurationError when a password file cannot be read
 */
export function signInProbes(sources: Sources): readonly Probe[] {
  const { probeProfile } = sources.config.operations;
  const profile = probeProfile && {
    mail: probeProfile.mail,
    password: passwordIn(probeProfile.passwordFile, 'operations.probeProfile.passwordFile'),
  };
  return [...overOidc(sources, profile), overSaml(sources, profile)];
}

function overOidc({ config, ask }: Sources, profile: Profile | undefined): readonly Probe[] {
  const { baseUrl, operations } = config;
  const { probeClient: client } = operations;
  if (client === undefined) return [];
  if (profile === undefined || client.secretFile === undefined) return [oidcSignIn(baseUrl.fas, client, ask)];
  const secret = passwordIn(client.secretFile, 'operations.probeClient.secretFile');
  return [wholeOidcSignIn(baseUrl.fas, { ...client, secret }, profile, ask)];
}

/** Through an app of ours in any case, whose requests are signed. */
function overSaml({ config, database, ask }: Sources, profile: Profile | undefined): Probe {
  const { baseUrl, operations, masterKeyFile } = config;
  const begun = samlSignIn(`${baseUrl.sma}/history/`, ask);
  if (profile === undefined || operations.probeService === undefined) return begun;
  const ring = new SigningKeyRing({ database, cipher: new FieldCipher(masterKeyFromFile(masterKeyFile)) });
  const provider = fasIdentityProvider(baseUrl.fas, ring);
  const whole = wholeSamlSignIn(provider, operations.probeService, profile, ask);
  return {
    component: begun.component,
    run: async (signal) => {
      await begun.run(signal);
      await whole.run(signal);
    },
  };
}

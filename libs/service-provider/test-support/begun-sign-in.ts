import type { Level } from '#libs/loa';
import { newServiceProviderKey, type ServiceProviderKey } from '../key/service-provider-key.js';
import { fasClasses } from '../level-classes.js';
import { ServiceProvider } from '../service-provider.js';
import { ACS, ENTITY, IDP, SSO, idpKey, posted } from './identity-provider.js';
import { MemoryState } from './memory-state.js';

export const BROWSER = 'the-secret-of-this-browser';

let ownKey: Promise<ServiceProviderKey> | undefined;
export const spKey = (): Promise<ServiceProviderKey> => (ownKey ??= newServiceProviderKey('Keys'));

export interface BegunSignIn {
  readonly provider: ServiceProvider;
  readonly state: MemoryState;
  /** Where the browser was sent. */
  readonly location: URL;
  readonly relayState: string;
  readonly requestId: string;
  readonly accept: (xml: string) => ReturnType<ServiceProvider['accept']>;
}

/** A service provider that has just sent somebody to sign in. */
export async function begunSignIn(
  wish: { minimum?: Level; forced?: boolean } = {},
  certificates?: readonly string[],
): Promise<BegunSignIn> {
  const state = new MemoryState();
  const trusted = certificates ?? [(await idpKey()).certificate];
  const provider = new ServiceProvider({
    addresses: { entityId: ENTITY, assertionConsumer: ACS, singleLogout: 'https://sma.example/saml/slo' },
    key: await spKey(),
    identityProvider: { entityId: IDP, singleSignOn: SSO, certificates: () => Promise.resolve(trusted) },
    classes: fasClasses('citizen'),
    state,
  });
  const location = await provider.begin({ browser: BROWSER, returnTo: '/page', minimum: 400, ...wish });
  const [[relayState = '', request] = []] = [...state.waiting];
  return {
    provider,
    state,
    location: new URL(location),
    relayState,
    requestId: request?.requestId ?? '',
    accept: (xml) => provider.accept(posted(xml, relayState), BROWSER),
  };
}

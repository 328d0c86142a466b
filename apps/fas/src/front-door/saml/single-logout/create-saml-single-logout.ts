import type { Clock } from '#libs/kernel';
import type { FasServices } from '../../../fas-services.js';
import type { SeenRequestsStore } from '../authn-request/seen-requests.store.js';
import type { NameIds } from '../response/name-ids.js';
import type { SamlAddresses } from '../saml-addresses.js';
import type { ServiceProviders } from '../service-providers.js';
import { LogoutAnswers } from './logout-answers.js';
import { LogoutMessages } from './logout-messages.js';
import { LogoutRejections } from './logout-rejections.js';
import { LogoutRules } from './logout-rules.js';
import { SamlLogoutDoor } from './saml-logout-door.js';
import { SamlSingleLogout } from './saml-single-logout.js';

interface SamlPartsForLogout {
  readonly addresses: SamlAddresses;
  readonly providers: ServiceProviders;
  readonly seen: SeenRequestsStore;
  readonly nameIds: NameIds;
  readonly clock: Clock;
}

/** Single logout over SAML, made known to the rest of single logout. */
export function samlSingleLogout(
  { ring, parties, sessions, audit, logout }: FasServices,
  { addresses, providers, seen, nameIds, clock }: SamlPartsForLogout,
): SamlSingleLogout {
  const messages = new LogoutMessages({ issuer: addresses.entityId, keys: ring, clock });
  const door = new SamlLogoutDoor({ parties, providers, messages, nameIds });
  logout.doors.register('saml', door);
  const decryptionKeys = async () =>
    (await ring.publishedKeys('saml-encryption')).map(({ privateKey }) => privateKey);
  const rules = new LogoutRules({ providers, seen, decryptionKeys });
  const rejections = new LogoutRejections(audit);
  return new SamlSingleLogout({
    ...logout,
    addresses,
    rules,
    rejections,
    answers: new LogoutAnswers({ ...logout, rules, rejections, audit }),
    door,
    messages,
    sessions,
    clock,
  });
}

import {
  DigitalKeysStore,
  ProfileLinks,
  RegistrationService,
  RegistrationStore,
  SelfregStore,
  type RegistrationParts,
} from '#libs/digital-keys';
import type { BlindIndex, FieldCipher } from '#libs/security';
import { LinkProfileService, type LinkServices } from '../journey/link-profile/link-profile.service.js';

/** Profiles that people make themselves: how they come to be, and how they find their person. */
export interface Profiles {
  readonly registrations: RegistrationService;
  readonly linking: LinkProfileService;
}

export interface ProfileParts
  extends
    Omit<RegistrationParts, 'registrations' | 'profiles' | 'keys'>,
    Omit<LinkServices, 'links' | 'people'> {
  readonly cipher: FieldCipher;
  readonly index: BlindIndex;
}

export function openProfiles(parts: ProfileParts): Profiles {
  const { database, cipher, index } = parts;
  return {
    registrations: new RegistrationService({
      ...parts,
      registrations: new RegistrationStore(database, cipher, index),
      profiles: new SelfregStore(database, cipher, index),
      keys: new DigitalKeysStore(database),
    }),
    linking: new LinkProfileService({ ...parts, links: new ProfileLinks(database) }),
  };
}

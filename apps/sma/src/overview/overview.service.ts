import type { DigitalKeysStore } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { ContactKind, PeopleStore } from '#libs/people';
import { adviceOn, ownKeys, type Advice, type OwnKey } from './key-overview.js';
import { maskContact } from './mask-contact.js';

export interface OwnContact {
  readonly kind: ContactKind;
  readonly masked: string;
  readonly primary: boolean;
  readonly verified: boolean;
}

export interface Overview {
  readonly keys: readonly OwnKey[];
  readonly advice: Advice | undefined;
  readonly contacts: readonly OwnContact[];
}

/** What a person sees of themselves. */
export class OverviewService {
  constructor(
    private readonly keys: DigitalKeysStore,
    private readonly people: PeopleStore,
  ) {}

  async of(fedId: FedId): Promise<Overview> {
    const [stored, contacts] = await Promise.all([
      this.keys.ofPerson(fedId),
      this.people.findContacts(fedId),
    ]);
    const keys = ownKeys(stored, defaultLoaPolicy);
    return {
      keys,
      advice: adviceOn(keys, defaultLoaPolicy),
      contacts: contacts.map(({ kind, value, primary, verified }) => ({
        kind,
        masked: maskContact({ kind, value }),
        primary,
        verified,
      })),
    };
  }
}

import type { AuditReader } from '#libs/audit';
import type { DigitalKeysStore } from '#libs/digital-keys';
import type { FedId } from '#libs/kernel';
import { defaultLoaPolicy } from '#libs/loa';
import type { AgreementsStore, ContactKind, PeopleStore } from '#libs/people';
import { adviceOn, ownKeys, type Advice, type OwnKey } from './key-overview.js';
import { lastUses } from './last-uses.js';
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
  /** Whether the agreement in force was accepted. */
  readonly agreed: boolean;
}

/** Proofs are looked for among this many records; further back it does not matter which day it was. */
const RECORDS = 200;

/** What a person sees of themselves. */
export class OverviewService {
  constructor(
    private readonly keys: DigitalKeysStore,
    private readonly people: PeopleStore,
    private readonly audit: AuditReader,
    private readonly agreements: Pick<AgreementsStore, 'hasAccepted'>,
  ) {}

  async of(fedId: FedId): Promise<Overview> {
    const [stored, contacts, records, agreed] = await Promise.all([
      this.keys.ofPerson(fedId),
      this.people.findContacts(fedId),
      this.audit.bySubject(fedId, { limit: RECORDS }),
      this.agreements.hasAccepted(fedId),
    ]);
    const uses = lastUses(records);
    const keys = ownKeys(stored, defaultLoaPolicy).map((key) => ({
      ...key,
      lastUsedAt: uses.get(key.id) ?? key.lastUsedAt,
    }));
    return {
      keys,
      agreed,
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

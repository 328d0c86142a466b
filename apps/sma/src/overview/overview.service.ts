import type { AuditReader } from '#libs/audit';
import type { CertificateStore, DigitalKey, DigitalKeysStore } from '#libs/digital-keys';
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
  /** The key that was removed just now. */
  readonly revoked?: Pick<DigitalKey, 'kind' | 'label'> | undefined;
}

export interface OverviewParts {
  readonly keys: DigitalKeysStore;
  readonly people: PeopleStore;
  readonly history: AuditReader;
  readonly agreements: Pick<AgreementsStore, 'hasAccepted'>;
  readonly certificates: Pick<CertificateStore, 'ofPerson'>;
}

/** Proofs are looked for among this many records; further back it does not matter which day it was. */
const RECORDS = 200;

/** What a person sees of themselves. */
export class OverviewService {
  constructor(private readonly the: OverviewParts) {}

  /** @param revoked identifier of a key whose removal is to be told */
  async of(fedId: FedId, revoked?: string): Promise<Overview> {
    const [stored, contacts, records, agreed, certificates] = await Promise.all([
      this.the.keys.ofPerson(fedId),
      this.the.people.findContacts(fedId),
      this.the.history.bySubject(fedId, { limit: RECORDS }),
      this.the.agreements.hasAccepted(fedId),
      this.the.certificates.ofPerson(fedId),
    ]);
    const uses = lastUses(records);
    const keys = ownKeys(stored, defaultLoaPolicy).map((key) => ({
      ...key,
      lastUsedAt: uses.get(key.id) ?? key.lastUsedAt,
      certificate: certificates.find(({ keyId }) => keyId === key.id),
    }));
    return {
      keys,
      agreed,
      revoked: stored.find(({ id, state }) => state === 'revoked' && id === revoked),
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

import type { ApplicationsStore } from '#libs/agencies';
import type { AuditReader, AuditWriter, RecordKeys } from '#libs/audit';
import type { Database } from '#libs/database';
import type {
  AccountNotices,
  DescribedCertificate,
  DigitalKeysStore,
  KeyLife,
  SessionEnder,
  Trace,
} from '#libs/digital-keys';
import type { FedId, LocalisedText } from '#libs/kernel';
import { ErasureStore, type AgreementsStore, type ContactsStore, type PeopleStore } from '#libs/people';
import { AccountErased, OwnDataDownloaded } from './my-data.audit.js';
import type { HistoryService } from '../history/history.service.js';
import type { HeldData } from './held-data.js';
import type { HeldDataStore } from './held-data.store.js';
import type { OwnDataStore } from './own-data.store.js';

export interface MyDataParts {
  readonly database: Database;
  readonly people: PeopleStore;
  readonly contacts: ContactsStore;
  readonly agreements: AgreementsStore;
  readonly keys: DigitalKeysStore;
  readonly life: KeyLife;
  readonly ownData: OwnDataStore;
  readonly held: HeldDataStore;
  readonly applications: ApplicationsStore;
  readonly history: AuditReader;
  readonly told: HistoryService;
  readonly notices: AccountNotices;
  readonly ender: SessionEnder;
  readonly audit: Pick<AuditWriter, 'record' | 'recordIn'>;
  readonly recordKeys: RecordKeys;
}

export interface RememberedDecision {
  readonly application: string;
  readonly name: LocalisedText;
  readonly attributes: readonly string[];
  readonly at: Date;
}

/** More happens to nobody in ten years. */
const MOST_RECORDS = 20_000;

/** What is kept about a person: to take away, and to have erased. */
export class MyDataService {
  constructor(private readonly the: MyDataParts) {}

  /** What the person agreed to pass on, by service. */
  async decisions(fedId: FedId): Promise<RememberedDecision[]> {
    const kept = await this.the.ownData.decisions(fedId);
    const found = await Promise.all(kept.map(({ application }) => this.the.applications.find(application)));
    return kept.flatMap((decision, at) => {
      const name = found[at]?.name;
      return name === undefined ? [] : [{ ...decision, name }];
    });
  }

  /** From now on the page that tells what a service receives is shown again. */
  forgetDecision(fedId: FedId, application: string): Promise<void> {
    return this.the.ownData.forgetDecision(fedId, application);
  }

  agreementsOf(fedId: FedId) {
    return this.the.agreements.ofPerson(fedId);
  }

  /** Everything, in words that a program can read (GDPR article 20). Nothing of anybody else, and no secret. */
  async everything(fedId: FedId, form: 'json' | 'html', trace: Trace) {
    const [person, identifiers, contacts, keys, agreements, decisions, records, consultations, held] =
      await Promise.all([
        this.the.people.find(fedId),
        this.the.people.findIdentifiers(fedId),
        this.the.contacts.ofPerson(fedId),
        this.the.keys.ofPerson(fedId),
        this.the.agreements.ofPerson(fedId),
        this.decisions(fedId),
        this.the.history.bySubject(fedId, { limit: MOST_RECORDS }),
        this.the.told.consultations(fedId, MOST_RECORDS),
        this.the.held.of(fedId),
      ]);
    const { keyDetails, username, declaredNames, ...further } = held;
    await this.the.database.transaction((tx) =>
      this.the.notices.tell(tx, {
        fedId,
        what: 'data-downloaded',
        address: trace.address,
        at: new Date(),
      }),
    );
    await this.the.audit.record(OwnDataDownloaded, { ...trace, subject: fedId, data: { form } });
    return {
      person: {
        fedId,
        enrolment: person?.enrolment,
        language: person?.language,
        numbers: identifiers,
        username: username[0]?.username,
        declaredName: nameOf(declaredNames[0]?.name),
      },
      contacts: contacts.map(({ id: _, ...contact }) => contact),
      keys: keys.map(({ fedId: _, ...key }) => ({ ...key, ...detailsOf(key.id, keyDetails) })),
      agreements,
      decisions,
      consultations,
      ...further,
      history: records.map(({ occurredAt, name, reference, application, agency, address, data }) => ({
        at: occurredAt,
        name,
        reference,
        application,
        agency,
        address,
        data,
      })),
    };
  }

  /** The same in the words of the pages, to read and to print. */
  async toRead(fedId: FedId, trace: Trace) {
    const { history: _, ...rest } = await this.everything(fedId, 'html', trace);
    const { happenings } = await this.the.told.of(fedId, undefined, MOST_RECORDS);
    return { ...rest, happenings };
  }

  /**
   * Ends and erases all that identifies the person; doing it again changes nothing. With the key of their records goes
   * who these are about; what else is left belongs to an identifier that nobody outside ever saw.
   */
  async erase(fedId: FedId, trace: Trace): Promise<void> {
    const keys = await this.the.life.keysOf(fedId);
    for (const key of keys) await this.the.life.revoke(key, trace, 'erased');
    await this.the.database.transaction(async (tx) => {
      const change = { fedId, what: 'erasure-asked', address: trace.address, at: new Date() } as const;
      await this.the.notices.tell(tx, change);
      await this.the.audit.recordIn(tx, AccountErased, {
        ...trace,
        subject: fedId,
        data: { keys: keys.length },
      });
      const gone = await new ErasureStore(tx).erase(fedId);
      for (const each of gone) await this.the.recordKeys.erase(tx, each);
    });
    await this.the.ender.endAll(fedId);
  }
}

function detailsOf(id: string, all: HeldData['keyDetails']) {
  const found = all.find(({ keyId }) => keyId === id);
  return {
    certificate: parsed<DescribedCertificate>(found?.certificate),
    cardNumber: found?.cardNumber ?? undefined,
    device: found?.device ?? undefined,
    serviceName: found?.serviceName ?? undefined,
  };
}

function nameOf(stored: string | undefined): string | undefined {
  const name = parsed<{ given: string; family: string }>(stored);
  return name && `${name.given} ${name.family}`;
}

/** What we stored ourselves, as JSON. */
const parsed = <T>(stored: string | null | undefined): T | undefined =>
  stored ? (JSON.parse(stored) as T) : undefined;

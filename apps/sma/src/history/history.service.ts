import type { ApplicationsStore } from '#libs/agencies';
import type { AuditReader, AuditRecord } from '#libs/audit';
import type { DigitalKeysStore } from '#libs/digital-keys';
import type { FedId, LocalisedText } from '#libs/kernel';
import type { ConsultationsStore, OwnConsultation } from './consultations.store.js';
import type { CountryOf } from './origin/origin.js';
import { happeningOf, type Happening } from './happening.js';

export interface ToldHappening extends Happening {
  /** What its owner calls the key. */
  readonly keyLabel?: string | undefined;
  readonly service: { readonly application: LocalisedText; readonly agency: LocalisedText } | undefined;
}

export interface History {
  readonly happenings: readonly ToldHappening[];
  /** Where older ones begin; undefined when there are none. */
  readonly olderThan: Date | undefined;
}

export interface ToldConsultation extends OwnConsultation {
  readonly service: ToldHappening['service'];
}

/** Records read at once; several belong to one sign-in, so the page shows fewer. */
const PAGE = 80;

export interface HistoryParts {
  readonly audit: Pick<AuditReader, 'bySubject'>;
  readonly applications: Pick<ApplicationsStore, 'find'>;
  readonly keys: Pick<DigitalKeysStore, 'ofPerson'>;
  readonly consulted: Pick<ConsultationsStore, 'ofPerson'>;
  readonly countryOf: CountryOf;
}

/** What happened with a person's keys, newest first. */
export class HistoryService {
  constructor(private readonly the: HistoryParts) {}

  /** What services asked about the person in registers, newest first. */
  async consultations(fedId: FedId, limit = PAGE): Promise<ToldConsultation[]> {
    const consultations = await this.the.consulted.ofPerson(fedId, limit);
    const services = await this.services(consultations);
    return consultations.map((one) => ({ ...one, service: services.get(one.application) }));
  }

  async of(fedId: FedId, before?: Date, limit = PAGE): Promise<History> {
    const records = await this.the.audit.bySubject(fedId, { limit, ...(before && { before }) });
    return {
      happenings: await this.tell(fedId, records),
      olderThan: records.length === limit ? records.at(-1)?.occurredAt : undefined,
    };
  }

  /** What records tell the person; those that are for the administration are left out. */
  async tell(fedId: FedId, records: readonly AuditRecord[]): Promise<ToldHappening[]> {
    const happenings = records.flatMap((record) => happeningOf(record, this.the.countryOf) ?? []);
    const [services, keys] = await Promise.all([this.services(happenings), this.the.keys.ofPerson(fedId)]);
    return happenings.map((happening) => ({
      ...happening,
      keyLabel: keys.find(({ id }) => id === happening.keyId)?.label,
      service: services.get(happening.application ?? ''),
    }));
  }

  private async services(happenings: readonly { readonly application: string | undefined }[]) {
    const ids = [...new Set(happenings.flatMap(({ application }) => application ?? []))];
    const found = await Promise.all(ids.map((id) => this.the.applications.find(id)));
    return new Map(
      found.flatMap((application) =>
        application
          ? [[application.id, { application: application.name, agency: application.agency.name }]]
          : [],
      ),
    );
  }
}

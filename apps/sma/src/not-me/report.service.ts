import type { AuditReader, AuditRecord } from '#libs/audit';
import { Disowning, leavesNothing, type DigitalKey, type KeyLife, type Trace } from '#libs/digital-keys';
import { hours, seconds, type FedId } from '#libs/kernel';
import type { KeyKind, LoaPolicy } from '#libs/loa';
import { isDisownable } from '../history/happening.js';
import type { HistoryService, ToldHappening } from '../history/history.service.js';
import { LONGEST_PROOF_HOURS, usedKeys } from './used-keys.js';

/** What a report would do, for the page that asks. */
export interface Report {
  readonly happening: ToldHappening;
  readonly record: AuditRecord;
  /** What will be suspended. */
  readonly keys: readonly DigitalKey[];
  /** Used, and blocked by whoever issued it only. */
  readonly elsewhere: KeyKind | undefined;
  /** Nothing would be left to sign in with. */
  readonly last: boolean;
  /** It was reported before. */
  readonly reported: boolean;
}

export interface ReportServiceParts {
  readonly audit: Pick<AuditReader, 'bySubjectAndId' | 'search'>;
  readonly life: Pick<KeyLife, 'keysOf'>;
  readonly history: Pick<HistoryService, 'tell'>;
  readonly disowning: Disowning;
  readonly policy: LoaPolicy;
  /** Which keys are looked after here. */
  readonly managed: readonly KeyKind[];
}

/** A person says of something in their history: this was not me. */
export class ReportService {
  constructor(private readonly the: ReportServiceParts) {}

  /** Undefined when there is no such record of this person, or it is none that somebody else could have done. */
  async find(fedId: FedId, id: string): Promise<Report | undefined> {
    const record = await this.the.audit.bySubjectAndId(fedId, id);
    if (record === undefined || !isDisownable(record)) return undefined;
    const [happening] = await this.the.history.tell(fedId, [record]);
    if (happening === undefined) return undefined;
    const [proofs, reports, present] = await Promise.all([
      this.around(fedId, 'KeyProven', record),
      this.since(fedId, 'AccountChangeDisowned', record),
      this.the.life.keysOf(fedId),
    ]);
    const used = usedKeys(record, proofs, present, this.the.policy);
    const active = used.filter(({ state, kind }) => state === 'active' && this.isManaged(kind));
    return {
      happening,
      record,
      keys: active,
      elsewhere: happening.key && !this.isManaged(happening.key) ? happening.key : undefined,
      last: leavesNothing(active, present, this.the.policy),
      reported: reports.some(({ data }) => data.record === id),
    };
  }

  /** @returns false when there is nothing to report, or it was reported before */
  async report(fedId: FedId, id: string, trace: Trace): Promise<boolean> {
    const found = await this.find(fedId, id);
    if (found === undefined || found.reported) return false;
    const { happening, record, keys } = found;
    const { keyId } = record.data;
    const disowned = { what: happening.kind, record: id, ...(typeof keyId === 'string' && { keyId }) };
    await this.the.disowning.byOwner(fedId, disowned, keys, trace);
    return true;
  }

  private isManaged(kind: KeyKind): boolean {
    return this.the.managed.includes(kind);
  }

  private around(fedId: FedId, name: string, { occurredAt }: AuditRecord): Promise<AuditRecord[]> {
    return this.the.audit.search({
      subject: fedId,
      name,
      from: new Date(occurredAt.getTime() - hours(LONGEST_PROOF_HOURS)),
      until: new Date(occurredAt.getTime() + seconds(1)),
    });
  }

  private since(fedId: FedId, name: string, { occurredAt }: AuditRecord): Promise<AuditRecord[]> {
    const until = new Date(Date.now() + hours(1));
    return this.the.audit.search({ subject: fedId, name, from: occurredAt, until });
  }
}

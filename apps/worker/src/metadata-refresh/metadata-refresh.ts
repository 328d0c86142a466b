import {
  acceptMetadata,
  fetchMetadata,
  MetadataRefreshed,
  MetadataRefreshFailed,
  MetadataRefreshStore,
  nextAfterFailure,
  nextAfterSuccess,
  type AcceptOutcome,
  type DueRefresh,
  type FetchLimits,
  type FetchOutcome,
  type RefreshPace,
} from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { Database } from '#libs/database';
import { newReference, type Logger } from '#libs/http';
import type { Clock } from '#libs/kernel';
import type { Metrics } from '#libs/metrics';
import { handle, type HandledJob } from '#libs/queue';
import { refreshMetadataJob } from './metadata-refresh.jobs.js';

export interface MetadataRefreshServices {
  readonly database: Database;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly logger: Pick<Logger, 'warn'>;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly limits: FetchLimits;
  readonly pace: RefreshPace;
  /** Milliseconds that metadata may be valid ahead. */
  readonly longestValidity: number;
}

type Refused = Extract<AcceptOutcome | FetchOutcome, { kind: 'refused' }>;

/** Fetched at the same time: one slow server holds up no more than its batch. */
const TOGETHER = 16;

/** Keeps the metadata of services fresh. Whatever goes wrong, the last good copy stays. */
export class MetadataRefresh {
  private readonly store: MetadataRefreshStore;
  private readonly count;

  constructor(private readonly the: MetadataRefreshServices) {
    this.store = new MetadataRefreshStore(the.database);
    this.count = the.metrics.counter<'outcome'>({
      name: 'csam_saml_metadata_refreshes_total',
      help: 'Metadata of SAML services fetched from its address: changed, unchanged, or why it was refused',
      labels: ['outcome'],
    });
    the.metrics.gauge(
      {
        name: 'csam_saml_metadata_failing',
        help: 'SAML services whose metadata could not be taken over at the last attempt',
      },
      () => this.store.failing(),
    );
  }

  readonly handler: HandledJob = handle(refreshMetadataJob, () => this.run());

  /** Fetches all that is due. */
  async run(): Promise<void> {
    await this.store.follow();
    for (let taken = TOGETHER; taken === TOGETHER;) {
      const due = await this.store.takeDue(TOGETHER);
      taken = due.length;
      const outcomes = await Promise.allSettled(due.map((one) => this.refresh(one)));
      const broken = outcomes.find((outcome) => outcome.status === 'rejected');
      if (broken !== undefined) throw broken.reason;
    }
  }

  private async refresh(due: DueRefresh): Promise<void> {
    const outcome = await this.ask(due);
    if (outcome.kind === 'refused') return this.refused(due, outcome);
    const { cacheDuration, signingCertificates, validUntil } = outcome.value;
    const next = nextAfterSuccess(cacheDuration, this.the.pace);
    const changed = await this.store.succeeded(due, outcome.document, next);
    this.count({ outcome: changed ? 'changed' : 'unchanged' });
    if (!changed) return;
    await this.the.audit.record(MetadataRefreshed, {
      ...about(due),
      data: {
        signingCertificates: signingCertificates.length,
        validUntil: validUntil?.toISOString() ?? '',
      },
    });
  }

  private async ask({ saml }: DueRefresh): Promise<AcceptOutcome | Refused> {
    const { clock, limits, longestValidity } = this.the;
    const fetched = await fetchMetadata(saml.metadataUrl, limits);
    if (fetched.kind === 'refused') return fetched;
    return acceptMetadata(fetched.text, saml, { now: clock.now(), longestValidity });
  }

  private async refused(due: DueRefresh, { reason }: Refused): Promise<void> {
    const { application } = due;
    const failures = due.failures + 1;
    await this.store.failed(application, reason, nextAfterFailure(failures, this.the.pace));
    this.count({ outcome: reason });
    this.the.logger.warn(
      { application, reason, failures },
      'metadata was not taken over; the last copy stays',
    );
    await this.the.audit.record(MetadataRefreshFailed, { ...about(due), data: { reason, failures } });
  }
}

const about = ({ application, agency }: DueRefresh) => ({ reference: newReference(), application, agency });

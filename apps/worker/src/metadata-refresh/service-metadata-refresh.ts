import { readFileSync } from 'node:fs';
import {
  fetchMetadata,
  nextAfterFailure,
  nextAfterSuccess,
  readSigner,
  type FetchLimits,
  type RefreshPace,
} from '#libs/agencies';
import type { AuditWriter } from '#libs/audit';
import type { IdentityServiceSettings } from '#libs/config';
import type { Database } from '#libs/database';
import { ServiceMetadataRefreshed, ServiceMetadataRefused, ServiceMetadataStore } from '#libs/digital-keys';
import { newReference, type Logger } from '#libs/http';
import type { Clock } from '#libs/kernel';
import type { Metrics } from '#libs/metrics';
import { handle, type HandledJob } from '#libs/queue';
import { refreshServiceMetadataJob } from './metadata-refresh.jobs.js';
import { judgeServiceMetadata, type ServiceMetadataOutcome } from './judge-service-metadata.js';

export interface ServiceMetadataServices {
  readonly database: Database;
  readonly audit: Pick<AuditWriter, 'record'>;
  readonly logger: Pick<Logger, 'warn'>;
  readonly metrics: Metrics;
  readonly clock: Clock;
  readonly rows: readonly IdentityServiceSettings[];
  readonly limits: FetchLimits;
  readonly pace: RefreshPace;
  /** Milliseconds that metadata may be valid ahead. */
  readonly longestValidity: number;
}

type DueMetadata = Awaited<ReturnType<ServiceMetadataStore['takeDue']>>[number];

/** A recognised service that gives the address of its metadata. */
type FollowedRow = IdentityServiceSettings &
  Required<Pick<IdentityServiceSettings, 'metadataUrl' | 'metadataSignerFile' | 'entityId'>>;

const isFollowed = (row: IdentityServiceSettings): row is FollowedRow =>
  row.status === 'recognised' && row.protocol === 'saml' && row.metadataUrl !== undefined;

/** Keeps the metadata of recognised services fresh. Whatever goes wrong, the last good copy stays. */
export class ServiceMetadataRefresh {
  private readonly store: ServiceMetadataStore;
  private readonly rows: readonly FollowedRow[];
  private readonly count;

  constructor(private readonly the: ServiceMetadataServices) {
    this.store = new ServiceMetadataStore(the.database);
    this.rows = the.rows.filter(isFollowed);
    this.count = the.metrics.counter<'outcome'>({
      name: 'csam_identity_service_metadata_refreshes_total',
      help: 'Metadata of recognised services fetched from its address: changed, unchanged, or why it was refused',
      labels: ['outcome'],
    });
    the.metrics.gauge(
      {
        name: 'csam_identity_service_metadata_failing',
        help: 'Recognised services whose metadata could not be taken over at the last attempt',
      },
      () => this.store.failing(),
    );
  }

  readonly handler: HandledJob = handle(refreshServiceMetadataJob, () => this.run());

  /** Fetches all that is due. */
  async run(): Promise<void> {
    await this.store.follow(this.rows);
    const due = await this.store.takeDue();
    const outcomes = await Promise.allSettled(due.map((one) => this.refresh(one)));
    const broken = outcomes.find((outcome) => outcome.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
  }

  private async refresh(due: DueMetadata): Promise<void> {
    const outcome = await this.ask(due);
    if (outcome.kind === 'refused') return this.refused(due, outcome.reason);
    const { cacheDuration, signingCertificates, validUntil } = outcome.value;
    const next = nextAfterSuccess(cacheDuration, this.the.pace);
    const changed = await this.store.succeeded(due, outcome.document, next);
    this.count({ outcome: changed ? 'changed' : 'unchanged' });
    if (!changed) return;
    const data = {
      service: due.service,
      signingCertificates: signingCertificates.length,
      validUntil: validUntil?.toISOString() ?? '',
    };
    await this.the.audit.record(ServiceMetadataRefreshed, { reference: newReference(), data });
  }

  private async ask({ service, url }: DueMetadata): Promise<ServiceMetadataOutcome> {
    const row = this.rows.find(({ key }) => key === service);
    if (row === undefined) return { kind: 'refused', reason: 'not-followed' };
    const signer = readSigner(readFileSync(row.metadataSignerFile, 'utf8'));
    if (signer.kind === 'refused') return { kind: 'refused', reason: 'no-signer' };
    const { clock, limits, longestValidity } = this.the;
    const fetched = await fetchMetadata(url, limits);
    if (fetched.kind === 'refused') return fetched;
    const { entityId } = row;
    const moment = { now: clock.now(), longestValidity };
    return judgeServiceMetadata(fetched.text, { entityId, keys: signer.keys }, moment);
  }

  private async refused(due: DueMetadata, reason: string): Promise<void> {
    const failures = due.failures + 1;
    await this.store.failed(due, reason, nextAfterFailure(failures, this.the.pace));
    this.count({ outcome: reason });
    const data = { service: due.service, reason, failures };
    this.the.logger.warn(data, 'metadata of a service was not taken over; the last copy stays');
    await this.the.audit.record(ServiceMetadataRefused, { reference: newReference(), data });
  }
}

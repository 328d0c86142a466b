import type { OnApplicationBootstrap, OnModuleDestroy } from '@nestjs/common';
import { isLostConnection } from '#libs/database';
import { currentTrace, placeUnder, runInTrace } from '#libs/http';
import { QueueNames } from '#libs/operations';
import { assertEveryJobHandled, JobWorker, type HandledJob, type JobDefinition, type Run } from '#libs/queue';
import { WorkLimit } from '#libs/security';
import { deliverLogoutJob } from '#libs/single-logout';
import type { WorkerResources } from '../worker-resources.js';
import { AGENCY_EXPIRY_EVERY, watchAuthorisationsJob } from '../agency-expiry/agency-expiry.job.js';
import {
  AUDIT_PARTITIONS_EVERY,
  prepareAuditPartitionsJob,
} from '../audit-partitions/audit-partitions.job.js';
import { EXPIRY_EVERY, removeExpiredRowsJob } from '../expiry/expiry.job.js';
import { KEY_EXPIRY_EVERY, watchKeyExpiryJob } from '../key-expiry/key-expiry.job.js';
import {
  FORGET_EVERY,
  forgetAuditJob,
  SEAL_EVERY,
  sealAuditJob,
} from '../audit-sealing/audit-sealing.jobs.js';
import { seconds } from '#libs/kernel';
import {
  atPlace,
  CAPS_EVERY,
  NEWS_EVERY,
  probeServicesJob,
  SETTLE_EVERY,
  settleSmsJob,
  tellNewsJob,
  watchSmsCapsJob,
} from '../operations/operations.jobs.js';
import {
  CERTIFICATES_EVERY,
  REFRESH_LOOK_EVERY,
  refreshMetadataJob,
  refreshServiceMetadataJob,
  watchCertificatesJob,
} from '../metadata-refresh/metadata-refresh.jobs.js';
import { countUsageJob, USAGE_EVERY } from '../usage/usage.job.js';

export interface JobRunnerOptions extends Pick<
  WorkerResources,
  'config' | 'database' | 'queue' | 'metrics' | 'logger' | 'tracer'
> {
  readonly jobs: readonly Pick<JobDefinition, 'name' | 'queue'>[];
  readonly handlers: readonly HandledJob[];
}

/** Queues whose jobs work in the database all the time; others wait for servers, and use a connection for moments. */
const DATABASE_WORK = new Set([removeExpiredRowsJob, sealAuditJob, tellNewsJob].map(({ queue }) => queue));

/** Works on all queues, one worker each. */
export class JobRunner implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly workers: readonly JobWorker[];
  private readonly turns: WorkLimit;
  private readonly count;
  private readonly time;

  /** @throws JobsNotHandledError when a job has no handler, or more than one */
  constructor(private readonly options: JobRunnerOptions) {
    const { jobs, handlers, metrics, logger, config } = options;
    assertEveryJobHandled(jobs, handlers);
    this.turns = new WorkLimit(Math.max(1, Math.floor(config.database.maxConnections / 2)), Infinity);
    this.count = metrics.counter<'task' | 'outcome'>({
      name: 'csam_job_runs_total',
      help: 'Runs of background jobs by how they ended',
      // Not `job`: Prometheus gives that name to what it scrapes, and would call ours otherwise.
      labels: ['task', 'outcome'],
    });
    this.time = metrics.timer<'task'>({
      name: 'csam_job_duration_seconds',
      help: 'Time that a run of a background job took',
      labels: ['task'],
    });
    this.workers = [...new Set(jobs.map(({ queue }) => queue))].map(
      (queue) =>
        new JobWorker({
          url: config.queue.url,
          lock: seconds(config.queue.takeOverSeconds),
          queue,
          handlers: handlers.filter(({ job }) => job.queue === queue),
          // Jobs that wait for servers of others: one that is slow holds up no other.
          ...(queue === deliverLogoutJob.queue && { concurrency: 24 }),
          comesBack: isLostConnection,
          around: (work) => this.inTurn(queue, () => this.inTrace(work)),
          onRun: (run) => this.report(run),
          onError: (error) => logger.warn({ queue, err: error }, 'the queue cannot be reached'),
        }),
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    const { database, jobs } = this.options;
    await new QueueNames(database).note(jobs.map(({ queue }) => queue));
    await this.options.queue.repeat(removeExpiredRowsJob, {}, EXPIRY_EVERY);
    await this.options.queue.repeat(prepareAuditPartitionsJob, {}, AUDIT_PARTITIONS_EVERY);
    await this.options.queue.repeat(refreshMetadataJob, {}, REFRESH_LOOK_EVERY);
    await this.options.queue.repeat(refreshServiceMetadataJob, {}, REFRESH_LOOK_EVERY);
    await this.options.queue.repeat(watchCertificatesJob, {}, CERTIFICATES_EVERY);
    await this.options.queue.repeat(sealAuditJob, {}, SEAL_EVERY);
    await this.options.queue.repeat(forgetAuditJob, {}, FORGET_EVERY);
    await this.options.queue.repeat(tellNewsJob, {}, NEWS_EVERY);
    await this.options.queue.repeat(settleSmsJob, {}, SETTLE_EVERY);
    await this.options.queue.repeat(watchSmsCapsJob, {}, CAPS_EVERY);
    await this.options.queue.repeat(countUsageJob, {}, USAGE_EVERY);
    const { vantage, probeSeconds } = this.options.config.operations;
    await this.options.queue.repeat(atPlace(probeServicesJob, vantage), {}, seconds(probeSeconds));
    await this.options.queue.repeat(watchKeyExpiryJob, {}, KEY_EXPIRY_EVERY);
    await this.options.queue.repeat(watchAuthorisationsJob, {}, AGENCY_EXPIRY_EVERY);
    await Promise.all(this.workers.map((worker) => worker.start()));
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /** Half of the connections at most, also when everything is due at once: codes and mail find one. */
  private inTurn(queue: string, work: () => Promise<void>): Promise<void> {
    return DATABASE_WORK.has(queue) ? this.turns.run(work) : work();
  }

  private inTrace(work: () => Promise<void>): Promise<void> {
    const { tracer } = this.options;
    return tracer === undefined ? work() : runInTrace(placeUnder(undefined, tracer.share), work);
  }

  private report(run: Run): void {
    const { job, outcome, attempt, milliseconds, failure } = run;
    this.count({ task: job, outcome });
    this.time({ task: job }, milliseconds / 1_000);
    this.trace(run);
    if (outcome === 'parked') this.options.logger.error({ job, attempt, failure }, 'a job was parked');
    if (outcome === 'retried')
      this.options.logger.warn({ job, attempt, failure }, 'a job will be tried again');
  }

  private trace({ queue, job, outcome, attempt, milliseconds, failure }: Run): void {
    const { tracer } = this.options;
    const place = currentTrace();
    if (tracer === undefined || place === undefined) return;
    const attributes = {
      'messaging.destination.name': queue,
      'csam.outcome': outcome,
      'csam.attempt': attempt,
      ...(failure !== undefined && { 'error.type': failure }),
    };
    tracer.add({
      place,
      name: job,
      kind: 'consumer',
      milliseconds,
      attributes,
      failed: outcome === 'parked',
    });
  }
}

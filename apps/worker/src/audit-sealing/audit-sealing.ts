import { forgetAudit, RecordsDestroyed, Sealer } from '#libs/audit';
import { newReference } from '#libs/http';
import { systemClock } from '#libs/kernel';
import { handle, type HandledJob } from '#libs/queue';
import { FieldCipher, masterKeyFromFile, SigningKeyRing } from '#libs/security';
import { auditOf, type WorkerResources } from '../worker-resources.js';
import { forgetAuditJob, sealAuditJob } from './audit-sealing.jobs.js';
import { addLine } from './checkpoint-file.js';

/** Seals the audit record, and removes what was kept long enough. */
export class AuditSealing {
  private readonly sealer: Sealer;
  private readonly ring: SigningKeyRing;
  private readonly count;

  constructor(private readonly the: WorkerResources) {
    const cipher = new FieldCipher(masterKeyFromFile(the.config.masterKeyFile));
    this.ring = new SigningKeyRing({ database: the.database, cipher });
    this.count = the.metrics.counter({
      name: 'csam_audit_records_sealed_total',
      help: 'Audit records that were put under seal',
    });
    this.sealer = new Sealer({
      database: the.database,
      clock: systemClock,
      signer: () => this.signer(),
      keep: (line) => this.keep(line),
    });
  }

  readonly handlers: readonly HandledJob[] = [
    handle(sealAuditJob, () => this.seal()),
    handle(forgetAuditJob, () => this.forget()),
  ];

  private async seal(): Promise<void> {
    const sealed = await this.sealer.run();
    if (sealed > 0) this.count({}, sealed);
  }

  private async forget(): Promise<void> {
    const { database, config, logger } = this.the;
    const removed = await forgetAudit(database, config.operations.auditDays, systemClock.now());
    if (removed === 0) return;
    logger.info({ removed }, 'audit records were removed, their time being over');
    const data = { what: 'audit.event', removed };
    await auditOf(this.the).record(RecordsDestroyed, { reference: newReference(), data });
  }

  private async signer() {
    await this.ring.ensure('audit');
    return this.ring.active('audit');
  }

  /** In the log too: where logs are collected elsewhere, that is a second copy. */
  private async keep(line: string): Promise<void> {
    const { checkpointFile } = this.the.config.operations;
    if (checkpointFile !== undefined) await addLine(checkpointFile, line);
    this.the.logger.info({ checkpoint: line }, 'audit checkpoint');
  }
}

import { AuditWriter, RecordKeys } from '#libs/audit';
import { newReference } from '#libs/http';
import { hours, systemClock } from '#libs/kernel';
import { Outbox, type MailTransport } from '#libs/messaging';
import {
  Announcer,
  closeMonth,
  contactBook,
  Incidents,
  intervalOf,
  Maintenance,
  monthOf,
  SmsCapAlarm,
} from '#libs/operations';
import { handle, type HandledJob } from '#libs/queue';
import { BlindIndex, FieldCipher, masterKeyFromFile, WorkLimit } from '#libs/security';
import type { WorkerResources } from '../worker-resources.js';
import { atPlace, probeServicesJob, settleSmsJob, tellNewsJob, watchSmsCapsJob } from './operations.jobs.js';
import { find, type Probe, type ProbeFinding } from './probe.js';
import { probesOf } from './probes.js';

/** Tells contacts what is due, and watches whether everything works. */
export class OperationsWatch {
  private readonly maintenance: Maintenance;
  private readonly incidents: Incidents;
  private readonly probes: readonly Probe[];
  private readonly count;

  constructor(
    private readonly the: WorkerResources,
    transport: MailTransport,
  ) {
    const { config, database, metrics } = the;
    const master = masterKeyFromFile(config.masterKeyFile);
    const secrets = { cipher: new FieldCipher(master), index: new BlindIndex(master) };
    const shared = {
      database,
      clock: systemClock,
      announcer: new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) }),
      audit: new AuditWriter({ database, keys: new RecordKeys({ database, ...secrets }) }),
    };
    const {
      probeFailures: failures,
      probeSuccesses: successes,
      vantagePoints,
      quietMinutes,
    } = config.operations;
    this.maintenance = new Maintenance({ ...shared, rules: config.operations });
    this.incidents = new Incidents({
      ...shared,
      rules: { failures, successes, vantagePoints, quietMinutes },
    });
    this.probes = probesOf({ config, database, transport });
    this.count = metrics.counter<'component' | 'outcome'>({
      name: 'csam_probes_total',
      help: 'Probes of components by what they found',
      labels: ['component', 'outcome'],
    });
    const caps = new SmsCapAlarm({ database, secrets, clock: systemClock, adminUrl: config.baseUrl.admin });
    const probing = handle(probeServicesJob, () => this.probe());
    this.handlers = [
      handle(tellNewsJob, () => this.tellNews()),
      handle(settleSmsJob, () => this.settle()),
      handle(watchSmsCapsJob, () => caps.run()),
      { ...probing, job: atPlace(probing.job, config.operations.vantage) },
    ];
  }

  readonly handlers: readonly HandledJob[];

  async tellNews(): Promise<void> {
    await this.maintenance.remind();
    await this.incidents.tellRecoveries();
  }

  /** The month before that of six hours ago: what was delivered at midnight is noted by then. */
  async settle(): Promise<void> {
    const month = monthOf(new Date(systemClock.now().getTime() - hours(6)));
    const start = intervalOf(month)?.from.getTime() ?? 0;
    await closeMonth(this.the.database, monthOf(new Date(start - 1)));
  }

  /** All at once: one that hangs delays no other. What they find is noted in turn, over few connections. */
  async probe(): Promise<void> {
    const turns = new WorkLimit(2, Infinity);
    await Promise.all(
      this.probes.map(async (probe) => {
        const finding = await find(probe);
        await turns.run(() => this.note(finding));
      }),
    );
  }

  private async note(finding: ProbeFinding): Promise<void> {
    const { component, works, problem } = finding;
    this.count({ component, outcome: works ? 'works' : 'fails' });
    const { vantage } = this.the.config.operations;
    const outcome = await this.incidents.note({ ...finding, vantage, at: systemClock.now() }, newReference());
    if (outcome !== 'nothing') this.the.logger.warn({ component, outcome, problem }, 'an incident changed');
  }
}

import { writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { CommandRunner, Option, SubCommand } from 'nest-commander';
import {
  checkExport,
  exportWithProof,
  readExport,
  RecordsExported,
  verifyAudit,
  type ChainReport,
  type Retention,
} from '#libs/audit';
import { newReference } from '#libs/http';
import { days, parseFedId, systemClock, type FedId } from '#libs/kernel';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { checkpointKeys } from './audit-keys.js';
import { CheckpointsCommand, type CheckpointsOptions } from './checkpoints.command.js';

const MOST = 100_000;
const [SHORTEST_REASON, LONGEST_REASON] = [10, 500];

@SubCommand({
  name: 'verify',
  description: 'Compares the audit record with its seals and checkpoints; names the first bad record',
})
export class VerifyAuditCommand extends CheckpointsCommand {
  async run(_passed: string[], options: CheckpointsOptions): Promise<void> {
    const checkpoints = await this.checkpoints(options);
    const { operations } = this.workbench.config;
    const reports = await verifyAudit(await this.workbench.database(), {
      now: systemClock.now(),
      checkpoints,
      keptFor: (chain) =>
        days(operations.auditDays[chain as Retention] ?? operations.auditDays.authentication),
    });
    process.stdout.write(`${reports.map(line).join('\n')}\n`);
    if (reports.some(({ flaw }) => flaw !== undefined))
      throw new CommandProblem('The audit record is NOT whole.');
    process.stdout.write('The audit record is whole.\n');
  }
}

function line({ chain, seals, records, forgotten, flaw }: ChainReport): string {
  const counts = `${chain.padEnd(15)}  seals ${seals}  records ${records}  removed in time ${forgotten}`;
  if (flaw === undefined) return `${counts}  good`;
  const where = [flaw.seal && `seal ${flaw.seal}`, flaw.record && `record ${flaw.record}`].filter(Boolean);
  return `${counts}  ${[flaw.kind, ...where].join(', ')}`;
}

interface ExportOptions {
  readonly out: string;
  readonly from: Date;
  readonly until: Date;
  readonly reason: string;
  readonly agency?: string;
  readonly application?: string;
  readonly subject?: FedId;
}

@SubCommand({
  name: 'export',
  description: 'Writes records with proof: of an agency, an application or a person',
})
export class ExportAuditCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--out <file>', description: 'File to write', required: true })
  parseOut(value: string): string {
    return value;
  }

  @Option({ flags: '--from <moment>', description: 'First moment, for example 2026-03-01', required: true })
  parseFrom(value: string): Date {
    return momentOf(value);
  }

  @Option({ flags: '--until <moment>', description: 'Moment before which it ends', required: true })
  parseUntil(value: string): Date {
    return momentOf(value);
  }

  @Option({ flags: '--agency <number>', description: 'Enterprise number of the agency' })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--application <id>', description: 'Identifier of the application' })
  parseApplication(value: string): string {
    return value;
  }

  @Option({ flags: '--subject <fedid>', description: 'Person, as a court ordered' })
  parseSubject(value: string): FedId {
    const parsed = parseFedId(value);
    if (parsed.kind === 'invalid') throw new CommandProblem('That is no FedID.');
    return parsed.fedId;
  }

  @Option({
    flags: '--reason <reason>',
    description: 'Why, for the record: the number of an order, of a request',
    required: true,
  })
  parseReason(value: string): string {
    const reason = value.trim();
    if (reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON) return reason;
    throw new CommandProblem(
      `Say why in ${SHORTEST_REASON} to ${LONGEST_REASON} characters: --reason <reason>`,
    );
  }

  async run(_passed: string[], { out, reason, ...wanted }: ExportOptions): Promise<void> {
    if (wanted.agency === undefined && wanted.application === undefined && wanted.subject === undefined)
      throw new CommandProblem('Say of whom: --agency, --application or --subject.');
    const found = await (await this.workbench.auditReader()).search({ ...wanted, limit: MOST });
    if (found.length === MOST)
      throw new CommandProblem(`More than ${MOST} records: export shorter stretches.`);
    // Before anything is written: no copy without its record.
    await (
      await this.workbench.audit()
    ).record(RecordsExported, {
      reference: newReference(),
      actor: `csam:${userInfo().username}`,
      ...wanted,
      data: { by: Object.keys(wanted).toSorted(), reason, records: found.length },
    });
    const ids = found.map(({ id }) => id);
    const made = await exportWithProof(
      await this.workbench.database(),
      await this.workbench.recordKeys(),
      ids,
      systemClock.now(),
    );
    writeFileSync(out, `${JSON.stringify(made, null, 1)}\n`, { mode: 0o600 });
    process.stdout.write(`Written: ${made.records.length} records to ${out}\n`);
  }
}

function momentOf(text: string): Date {
  const moment = new Date(text);
  if (Number.isNaN(moment.getTime())) throw new CommandProblem(`${text} is no moment.`);
  return moment;
}

@SubCommand({
  name: 'check-export',
  arguments: '<file>',
  description: 'Checks an export with the keys of checkpoints',
})
export class CheckExportCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--keys <file>', description: 'Public keys of checkpoints (JWK set)' })
  parseKeys(value: string): string {
    return value;
  }

  async run([file = '']: string[], { keys }: Pick<CheckpointsOptions, 'keys'>): Promise<void> {
    const made = readExport(this.workbench.read(file));
    if (made === undefined) throw new CommandProblem('The file is no export, or it was damaged.');
    const outcome = checkExport(made, await checkpointKeys(this.workbench, keys));
    if (outcome.kind === 'bad') throw new CommandProblem(`Record ${outcome.record} is not as it was sealed.`);
    process.stdout.write(
      `Good: ${outcome.proven} records; not sealed when it was made: ${outcome.unproven}\n`,
    );
  }
}

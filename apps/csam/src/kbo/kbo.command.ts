import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { importKbo, ImportsStore, type ImportOutcome } from '#libs/enterprises';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { progressLine } from './progress-line.js';

@SubCommand({
  name: 'import',
  arguments: '<file>',
  description: 'Reads a ZIP of KBO Open Data, full or update; started again, it goes on where it broke off',
})
export class ImportKboCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run([file = '']: string[]): Promise<void> {
    const started = performance.now();
    const line = progressLine(process.stderr);
    const outcome = await importKbo({ database: await this.workbench.database(), file, progress: line.show });
    line.end();
    if (outcome.kind === 'refused') throw new CommandProblem(`Not imported: ${outcome.problem}`);
    process.stdout.write(`${summaryOf(outcome, (performance.now() - started) / 1000)}\n`);
  }
}

export function summaryOf(outcome: Extract<ImportOutcome, { kind: 'imported' }>, seconds: number): string {
  const { extract, type, snapshotOn, rows, skipped, removed, resumed } = outcome;
  const perSecond = Math.round(rows / Math.max(seconds, 0.001));
  return [
    `Imported: extract ${extract} (${type}, data of ${snapshotOn})${resumed ? ', from where it had broken off' : ''}`,
    `${rows} rows read in ${seconds.toFixed(1)} s (${perSecond} per second), ${removed} removed, ${skipped} not understood`,
  ].join('\n');
}

@SubCommand({ name: 'status', description: 'Says at which extract the data stands' })
export class KboStatusCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run(): Promise<void> {
    const latest = await new ImportsStore(await this.workbench.database()).latestFinished();
    const text =
      latest === undefined
        ? 'No extract of KBO Open Data was imported yet.'
        : `Extract ${latest.extract} (${latest.kind}), data of ${latest.snapshotOn}, imported ${latest.finishedAt?.toISOString() ?? ''}`;
    process.stdout.write(`${text}\n`);
  }
}

@Command({
  name: 'kbo',
  description: 'Public data of enterprises',
  subCommands: [ImportKboCommand, KboStatusCommand],
})
export class KboCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

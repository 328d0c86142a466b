import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { parseReference } from '#libs/http';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { auditLine } from './audit-line.js';
import { EraseAgainCommand } from './erase-again.command.js';
import { CheckExportCommand, ExportAuditCommand, VerifyAuditCommand } from './audit-proof.commands.js';

@SubCommand({ name: 'show', description: 'Shows what was recorded under the reference of an error page' })
export class ShowAuditCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({
    flags: '--reference <reference>',
    description: 'Reference, such as 7K3F-9QXM, however it was written down',
    required: true,
  })
  parseReference(value: string): string {
    return value;
  }

  async run(_passed: string[], options: { reference: string }): Promise<void> {
    const reference = parseReference(options.reference);
    if (reference === undefined) {
      throw new CommandProblem('That is no reference: it has eight letters and digits, such as 7K3F-9QXM.');
    }
    const records = await (await this.workbench.auditReader()).byReference(reference);
    if (records.length === 0) throw new CommandProblem(`Nothing was recorded under ${reference}.`);
    process.stdout.write(`${records.map(auditLine).join('\n')}\n`);
  }
}

@Command({
  name: 'audit',
  description: 'The audit record',
  subCommands: [
    ShowAuditCommand,
    VerifyAuditCommand,
    ExportAuditCommand,
    CheckExportCommand,
    EraseAgainCommand,
  ],
})
export class AuditCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

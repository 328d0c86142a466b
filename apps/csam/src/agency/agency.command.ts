import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { AgenciesStore, parseAgencyFile, type RegisteredAgency } from '#libs/agencies';
import { CommandProblem } from '../command-problem.js';
import { readInput } from '../input-file.js';
import { Workbench } from '../workbench.js';

@SubCommand({ name: 'add', description: 'Registers an agency that has signed the user agreement' })
export class AddAgencyCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({
    flags: '--file <file>',
    description: 'JSON file: { number, name: { nl, fr, de, en }, agreementVersion }',
    required: true,
  })
  parseFile(value: string): string {
    return value;
  }

  async run(_passed: string[], { file: name }: { file: string }): Promise<void> {
    const what = 'The agency cannot be registered';
    const agency = readInput(this.workbench, name, { parse: parseAgencyFile, what });
    const added = await new AgenciesStore(await this.workbench.database()).ensure(agency);
    if (!added) throw new CommandProblem(`The agency ${agency.number} is registered already.`);
    process.stdout.write(`Registered: ${agency.name.en} (${agency.number})\n`);
  }
}

@SubCommand({ name: 'list', description: 'Lists the agencies' })
export class ListAgenciesCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--json', description: 'As JSON' })
  parseJson(): boolean {
    return true;
  }

  async run(_passed: string[], { json }: { json?: boolean }): Promise<void> {
    const agencies = await new AgenciesStore(await this.workbench.database()).all();
    const text = json ? JSON.stringify(agencies, null, 2) : agencies.map(line).join('\n');
    process.stdout.write(`${text || 'No agency is registered.'}\n`);
  }
}

const line = ({ number, state, agreementVersion, name }: RegisteredAgency) =>
  [number, state, agreementVersion ? `agreement ${agreementVersion}` : 'no agreement', name.en].join('  ');

@Command({
  name: 'agency',
  description: 'Agencies: the public bodies that use the service',
  subCommands: [AddAgencyCommand, ListAgenciesCommand],
})
export class AgencyCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

import { dirname, resolve } from 'node:path';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import {
  ApplicationsStore,
  parseApplicationFile,
  registerApplication,
  type Application,
} from '#libs/agencies';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';

@SubCommand({ name: 'add', description: 'Registers an application from a file; it takes effect at once' })
export class AddApplicationCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--file <file>', description: 'JSON file that describes the application', required: true })
  parseFile(value: string): string {
    return value;
  }

  async run(_passed: string[], { file: name }: { file: string }): Promise<void> {
    const file = this.parse(name);
    const metadata =
      file.saml && this.workbench.read(resolve(dirname(resolve(name)), file.saml.metadataFile));
    const database = await this.workbench.database();
    const outcome = await database.transaction((tx) => registerApplication(tx, file, metadata));
    if (outcome.kind === 'refused') throw new CommandProblem(outcome.problem);
    process.stdout.write(`Registered: ${file.name.en} (${outcome.id})\n`);
  }

  private parse(name: string) {
    const outcome = parseApplicationFile(parseJson(this.workbench.read(name), name));
    if (outcome.kind === 'valid') return outcome.file;
    const lines = outcome.problems.map((problem) => `  - ${problem}`);
    throw new CommandProblem(`The application cannot be registered:\n${lines.join('\n')}`);
  }
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandProblem(`${name} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

@SubCommand({ name: 'list', description: 'Lists the applications' })
export class ListApplicationsCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--json', description: 'As JSON' })
  parseJson(): boolean {
    return true;
  }

  async run(_passed: string[], { json }: { json?: boolean }): Promise<void> {
    const applications = await new ApplicationsStore(await this.workbench.database()).all();
    const rows = applications.map(summary);
    const text = json ? JSON.stringify(rows, null, 2) : rows.map(line).join('\n');
    process.stdout.write(`${text || 'No application is registered.'}\n`);
  }
}

const summary = (application: Application) => ({
  id: application.id,
  name: application.name.en,
  agency: application.agency.number,
  environment: application.environment,
  state: application.state,
  minimumLevel: application.minimumLevel,
  protocol: application.oidc ? 'oidc' : 'saml',
  identifier: application.oidc?.clientId ?? application.saml?.entityId,
});

const line = (row: ReturnType<typeof summary>) =>
  [row.environment, row.state, row.minimumLevel, row.protocol, row.identifier, row.agency, row.name].join(
    '  ',
  );

@Command({
  name: 'application',
  description: 'Applications of agencies',
  subCommands: [AddApplicationCommand, ListApplicationsCommand],
})
export class ApplicationCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

import { dirname, resolve } from 'node:path';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import {
  ApplicationsStore,
  fetchMetadata,
  parseApplicationFile,
  registerApplication,
  type Application,
  type ApplicationFile,
  type RegisterRefused,
} from '#libs/agencies';
import { days } from '#libs/kernel';
import { CommandProblem } from '../command-problem.js';
import { readInput } from '../input-file.js';
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
    const what = 'The application cannot be registered';
    const file = readInput(this.workbench, name, { parse: parseApplicationFile, what });
    const metadata = await this.metadataOf(file, dirname(resolve(name)));
    const longestValidity = days(this.workbench.config.samlMetadata.longestValidityDays);
    const database = await this.workbench.database();
    const outcome = await database.transaction((tx) =>
      registerApplication(tx, file, metadata, longestValidity),
    );
    if (outcome.kind === 'refused') throw new CommandProblem(adviceFor(outcome));
    process.stdout.write(`Registered: ${file.name.en} (${outcome.id})\n`);
  }

  /** From the file that lies beside; from the address when there is no file. */
  private async metadataOf({ saml }: ApplicationFile, folder: string): Promise<string | undefined> {
    if (saml?.metadataFile !== undefined) return this.workbench.read(resolve(folder, saml.metadataFile));
    if (saml?.metadataUrl === undefined) return undefined;
    const { environment, samlMetadata } = this.workbench.config;
    const outcome = await fetchMetadata(saml.metadataUrl, {
      allowLoopback: environment !== 'production',
      timeout: samlMetadata.timeoutMilliseconds,
    });
    if (outcome.kind === 'refused') throw new CommandProblem(`saml.metadataUrl: ${outcome.problem}`);
    return outcome.text;
  }
}

const adviceFor = ({ reason, problem }: RegisterRefused) =>
  reason === 'unknown-agency'
    ? `${problem} Register the agency first: csam agency add --file agency.json`
    : problem;

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

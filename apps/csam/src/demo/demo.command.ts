import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { DemoWorld, ensureDemoSeed } from '#libs/testing';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';
import { loadDemoWorld } from './load-demo-world.js';

function demoWorld(workbench: Workbench): DemoWorld {
  if (workbench.config.environment === 'production') {
    throw new CommandProblem('There is no demo world in production.');
  }
  return DemoWorld.fromSeed(ensureDemoSeed(workbench.config.dataDirectory));
}

@SubCommand({ name: 'load', description: 'Loads the invented people, the agency and the demo services' })
export class DemoLoadCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run(): Promise<void> {
    const added = await loadDemoWorld(this.workbench, demoWorld(this.workbench));
    process.stdout.write(
      `The demo world is there (${added.people} people and ${added.applications} applications added).\n`,
    );
  }
}

@SubCommand({ name: 'logins', description: 'Two logins to try' })
export class DemoLoginsCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--json', description: 'As JSON' })
  parseJson(): boolean {
    return true;
  }

  async run(_passed: string[], { json }: { json?: boolean }): Promise<void> {
    const world = demoWorld(this.workbench);
    const logins = ['an-appelmoes', 'bram-boterkoek'].map((id) => {
      const person = world.person(id);
      return {
        name: `${person.givenNames[0] ?? ''} ${person.surname}`,
        username: person.username,
        password: person.password,
        ...(person.totpSecret !== undefined && { totpSecret: person.totpSecret }),
        note: person.totpSecret === undefined ? 'password only' : 'password and code from an app',
      };
    });
    const lines = logins.map((login) => `${login.username}  ${login.password}  (${login.note})`);
    process.stdout.write(`${json ? JSON.stringify(logins) : lines.join('\n')}\n`);
  }
}

@Command({
  name: 'demo',
  description: 'The invented world of the demo',
  subCommands: [DemoLoadCommand, DemoLoginsCommand],
})
export class DemoCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

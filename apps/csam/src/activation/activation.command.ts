import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { Activations } from '#libs/digital-keys';
import { parseFedId } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import { PeopleStore } from '#libs/people';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';

interface ActivationOptions {
  fedid?: string;
  mail?: string;
}

@SubCommand({
  name: 'create',
  description: 'Issues a first activation: mails the link, prints the code that goes on paper',
})
export class CreateActivationCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--fedid <fedid>', description: 'FedID of a person who is registered already' })
  parseFedId(value: string): string {
    return value;
  }

  @Option({ flags: '--mail <address>', description: 'Address for the link; the confirmed one when left out' })
  parseMail(value: string): string {
    return value;
  }

  async run(_passed: string[], options: ActivationOptions): Promise<void> {
    const parsed = parseFedId(options.fedid ?? '');
    if (parsed.kind === 'invalid') throw new CommandProblem('A FedID has 40 hexadecimal digits.');
    const { fedId } = parsed;
    const { cipher, index, config } = this.workbench;
    const database = await this.workbench.database();
    const people = new PeopleStore(database, cipher, index);
    const [person, contacts] = await Promise.all([people.find(fedId), people.findContacts(fedId)]);
    if (person === undefined) throw new CommandProblem('Nobody is known by that.');
    const mail = options.mail ?? contacts.find(({ kind, verified }) => kind === 'mail' && verified)?.value;
    if (mail === undefined) throw new CommandProblem('There is no mail address; give one with --mail.');
    const outbox = new Outbox({ cipher, index });
    const activations = new Activations({ database, cipher, index, outbox, baseUrl: config.baseUrl.sma });
    const { code } = await activations.create({
      fedId,
      mail,
      language: person.language,
      officer: 'operator',
    });
    process.stdout.write(`The link was mailed. Code on paper: ${code}\n`);
  }
}

@Command({
  name: 'activation',
  description: 'First keys of people whom a registration office identified',
  subCommands: [CreateActivationCommand],
})
export class ActivationCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

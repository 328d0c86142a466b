import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { DigitalKeysStore, PasswordStore } from '#libs/digital-keys';
import { maskPersonNumber, parseFedId, parsePersonNumber, type FedId } from '#libs/kernel';
import { PeopleStore, type Person } from '#libs/people';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';

interface PersonOptions {
  fedid?: string;
  username?: string;
  numberFromInput?: boolean;
}

@SubCommand({ name: 'show', description: 'Shows a person: state, masked numbers, digital keys' })
export class ShowPersonCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--fedid <fedid>', description: 'FedID' })
  parseFedId(value: string): string {
    return value;
  }

  @Option({ flags: '--username <username>', description: 'Username' })
  parseUsername(value: string): string {
    return value;
  }

  /** A number on the command line would be seen in the list of processes and in the shell's history. */
  @Option({
    flags: '--number-from-input',
    description: 'Reads a national or BIS number from standard input, so that it stands in no process list',
  })
  parseNumberFromInput(): boolean {
    return true;
  }

  async run(_passed: string[], options: PersonOptions): Promise<void> {
    const database = await this.workbench.database();
    const people = new PeopleStore(database, this.workbench.cipher, this.workbench.index);
    const person = await this.find(people, options);
    if (person === undefined) throw new CommandProblem('Nobody is known by that.');
    const [identifiers, keys] = await Promise.all([
      people.findIdentifiers(person.fedId),
      new DigitalKeysStore(database).ofPerson(person.fedId),
    ]);
    const lines = [
      `FedID      ${person.fedId}`,
      `State      ${person.state}`,
      `Enrolment  ${person.enrolment}`,
      `Language   ${person.language}`,
      ...identifiers.map(
        ({ number, register, current }) =>
          `Number     ${maskPersonNumber(number)} (${register}${current ? '' : ', replaced'})`,
      ),
      ...keys.map(
        (key) =>
          `Key        ${key.kind}, ${key.state}, last used ${key.lastUsedAt?.toISOString() ?? 'never'} (${key.id})`,
      ),
    ];
    process.stdout.write(`${lines.join('\n')}\n`);
  }

  private async find(people: PeopleStore, options: PersonOptions): Promise<Person | undefined> {
    if (options.fedid !== undefined) return this.byFedId(people, options.fedid);
    if (options.username !== undefined) return this.byUsername(people, options.username);
    if (options.numberFromInput) return this.byNumber(people, await standardInput());
    throw new CommandProblem('Give one of --fedid, --username and --number-from-input.');
  }

  private byFedId(people: PeopleStore, text: string): Promise<Person | undefined> {
    const parsed = parseFedId(text);
    if (parsed.kind === 'invalid') throw new CommandProblem('A FedID has 40 hexadecimal digits.');
    return people.find(parsed.fedId);
  }

  private async byUsername(people: PeopleStore, username: string): Promise<Person | undefined> {
    const { cipher, index } = this.workbench;
    const store = new PasswordStore(await this.workbench.database(), cipher, index);
    const record = await store.findByUsername(username);
    return record && people.find(record.fedId as FedId);
  }

  private byNumber(people: PeopleStore, text: string): Promise<Person | undefined> {
    const parsed = parsePersonNumber(text, { today: new Date() });
    if (parsed.kind === 'invalid') throw new CommandProblem('That is no national or BIS number.');
    return people.findByNumber(parsed.number);
  }
}

async function standardInput(): Promise<string> {
  let text = '';
  for await (const chunk of process.stdin) text += String(chunk);
  return text.trim();
}

@Command({ name: 'person', description: 'People', subCommands: [ShowPersonCommand] })
export class PersonCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

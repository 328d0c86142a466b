import { userInfo } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { newReference } from '#libs/http';
import { isLanguage, parseEnterpriseNumber, systemClock } from '#libs/kernel';
import { Outbox } from '#libs/messaging';
import {
  Announcer,
  COMPONENT_NAMES,
  contactBook,
  ContactStore,
  Maintenance,
  WindowStore,
  type ChangeOutcome,
  type PlanProblem,
} from '#libs/operations';
import { CommandProblem } from '../command-problem.js';
import { readInput } from '../input-file.js';
import { Workbench } from '../workbench.js';
import { parseWindowFile } from './window-file.js';

const ADVICE: Readonly<Record<PlanProblem, string>> = {
  components: `components: one or more of ${COMPONENT_NAMES.join(', ')}`,
  'start-invalid': 'start: not a moment',
  'start-past': 'start: in the past',
  duration: 'minutes: a whole number, three days at most',
  reason: 'reason: in nl, fr, de and en',
  'late-reason': 'lateReason: say why it cannot wait until contacts were told in time',
};

const WHY: Readonly<Record<Extract<ChangeOutcome, { kind: 'not-possible' }>['why'], string>> = {
  unknown: 'there is no such maintenance; csam maintenance list shows what there is',
  state: 'only what is proposed can be approved, and only what is proposed or announced can be called off',
  'same-person': 'who planned it cannot approve it; another operator must',
  late: 'it has begun or is over',
};

const act = () => ({ by: `csam:${userInfo().username}`, reference: newReference() });

async function maintenanceOf(workbench: Workbench): Promise<Maintenance> {
  const database = await workbench.database();
  const secrets = { cipher: workbench.cipher, index: workbench.index };
  return new Maintenance({
    database,
    clock: systemClock,
    announcer: new Announcer({ outbox: new Outbox(secrets), contacts: contactBook(secrets) }),
    audit: await workbench.audit(),
    rules: workbench.config.operations,
  });
}

const say = (text: string) => process.stdout.write(`${text}\n`);

@SubCommand({ name: 'plan', description: 'Plans maintenance and tells the outage contacts of all agencies' })
export class PlanMaintenanceCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({
    flags: '--file <file>',
    description: 'JSON file: { components, start, minutes, impact, reason: { nl, fr, de, en }, lateReason }',
    required: true,
  })
  parseFile(value: string): string {
    return value;
  }

  async run(_passed: string[], { file }: { file: string }): Promise<void> {
    const what = 'The maintenance cannot be planned';
    const plan = readInput(this.workbench, file, { parse: parseWindowFile, what });
    const outcome = await (await maintenanceOf(this.workbench)).plan(plan, act());
    if (outcome.kind === 'refused') throw new CommandProblem(refusal(what, outcome.problems));
    const { id } = outcome.window;
    if (outcome.kind === 'announced') return void say(`Planned: ${id}; contacts told: ${outcome.told}`);
    say(`Planned: ${id}; it comes sooner than agreed, so another operator must approve it first`);
  }
}

const refusal = (what: string, problems: readonly PlanProblem[]) =>
  [`${what}:`, ...problems.map((problem) => `  - ${ADVICE[problem]}`)].join('\n');

/** Something that is done to one window. Decorated, so that Nest knows what those below it are to be given. */
@Injectable()
abstract class WindowCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run([id = '']: string[]): Promise<void> {
    if (!/^[0-9a-f-]{36}$/.test(id)) throw new CommandProblem('Give the identifier: csam maintenance list');
    const outcome = await this.change(await maintenanceOf(this.workbench), id);
    if (outcome.kind === 'done') return void say(`Done; contacts told: ${outcome.told}`);
    throw new CommandProblem(
      outcome.kind === 'refused' ? refusal('Refused', outcome.problems) : `Not possible: ${WHY[outcome.why]}`,
    );
  }

  protected abstract change(maintenance: Maintenance, id: string): Promise<ChangeOutcome>;
}

@SubCommand({
  name: 'approve',
  arguments: '<id>',
  description: 'Approves maintenance that comes sooner than agreed',
})
export class ApproveMaintenanceCommand extends WindowCommand {
  protected change(maintenance: Maintenance, id: string): Promise<ChangeOutcome> {
    return maintenance.approve(id, act());
  }
}

@SubCommand({ name: 'cancel', arguments: '<id>', description: 'Calls maintenance off and tells contacts' })
export class CancelMaintenanceCommand extends WindowCommand {
  protected change(maintenance: Maintenance, id: string): Promise<ChangeOutcome> {
    return maintenance.cancel(id, act());
  }
}

@SubCommand({ name: 'list', description: 'Lists maintenance that has not ended' })
export class ListMaintenanceCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run(): Promise<void> {
    const store = new WindowStore(await this.workbench.database());
    const windows = await store.endingAfter(systemClock.now(), ['proposed', 'announced']);
    const lines = windows.map(({ id, state, startsAt, endsAt, components }) =>
      [id, state, startsAt.toISOString(), endsAt.toISOString(), components.join(',')].join('  '),
    );
    say(lines.join('\n') || 'No maintenance is planned.');
  }
}

interface ContactOptions {
  agency: string;
  mail: string;
  language: string;
}

@SubCommand({ name: 'contact', description: 'Adds somebody who is told of maintenance and outages' })
export class AddContactCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--agency <number>', description: 'Enterprise number of the agency', required: true })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--mail <address>', description: 'Mail address', required: true })
  parseMail(value: string): string {
    return value;
  }

  @Option({ flags: '--language <language>', description: 'nl, fr, de or en', required: true })
  parseLanguage(value: string): string {
    return value;
  }

  async run(_passed: string[], { agency, mail, language }: ContactOptions): Promise<void> {
    const parsed = parseEnterpriseNumber(agency);
    if (parsed.kind === 'invalid') throw new CommandProblem(`${agency} is no enterprise number.`);
    if (!isLanguage(language)) throw new CommandProblem('The language is nl, fr, de or en.');
    if (!/^[^\s@]+@[^\s@]+$/.test(mail)) throw new CommandProblem('That is no mail address.');
    const { cipher, index } = this.workbench;
    const store = new ContactStore(await this.workbench.database(), { cipher, index });
    const contact = { agency: parsed.number, address: mail, language };
    say((await store.add(contact)) ? 'Added' : 'Known already; brought up to date');
  }
}

@Command({
  name: 'maintenance',
  description: 'Planned maintenance, and who is told of it',
  subCommands: [
    PlanMaintenanceCommand,
    ListMaintenanceCommand,
    ApproveMaintenanceCommand,
    CancelMaintenanceCommand,
    AddContactCommand,
  ],
})
export class MaintenanceCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

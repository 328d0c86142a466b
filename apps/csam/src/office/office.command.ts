import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import { parseEnterpriseNumber, parseFedId, type LocalisedText } from '#libs/kernel';
import { OfficesStore, StaffStore, type RegistrationOffice } from '#libs/staff';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';

interface OfficeOptions {
  readonly code: string;
  readonly agency: string;
  readonly nl: string;
  readonly fr: string;
  readonly de: string;
  readonly en: string;
  readonly head: string;
}

@SubCommand({
  name: 'add',
  description: 'Opens a registration office and names its head, who proposes its officers',
})
export class AddOfficeCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--code <nis>', description: 'Code of the municipality, five digits', required: true })
  parseCode(value: string): string {
    return value;
  }

  @Option({
    flags: '--agency <number>',
    description: 'Enterprise number of the municipality',
    required: true,
  })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--nl <name>', description: 'Name in Dutch', required: true })
  parseNl(value: string): string {
    return value;
  }

  @Option({ flags: '--fr <name>', description: 'Name in French', required: true })
  parseFr(value: string): string {
    return value;
  }

  @Option({ flags: '--de <name>', description: 'Name in German', required: true })
  parseDe(value: string): string {
    return value;
  }

  @Option({ flags: '--en <name>', description: 'Name in English', required: true })
  parseEn(value: string): string {
    return value;
  }

  @Option({ flags: '--head <fedid>', description: 'FedID of who leads it', required: true })
  parseHead(value: string): string {
    return value;
  }

  async run(_passed: string[], options: OfficeOptions): Promise<void> {
    const office = officeIn(options);
    const head = parseFedId(options.head);
    if (head.kind === 'invalid') throw new CommandProblem('A FedID has 40 hexadecimal digits.');
    const database = await this.workbench.database();
    await database.transaction(async (tx) => {
      await new OfficesStore(tx).add(office);
      const scope = { kind: 'office', office: office.code } as const;
      await new StaffStore(tx).grant({ fedId: head.fedId, role: 'lra-manager', scope, reason: 'Operator' });
    });
    process.stdout.write(`Open: ${office.name.en} (${office.code})\n`);
  }
}

function officeIn({ code, agency, nl, fr, de, en }: OfficeOptions): RegistrationOffice {
  const parsed = parseEnterpriseNumber(agency);
  if (!/^\d{5}$/.test(code)) throw new CommandProblem('The code of a municipality has five digits.');
  if (parsed.kind === 'invalid') throw new CommandProblem(`${agency} is no enterprise number.`);
  const name: LocalisedText = { nl, fr, de, en };
  return { code, agency: parsed.number, name };
}

@Command({
  name: 'office',
  description: 'Registration offices, where people are registered face to face',
  subCommands: [AddOfficeCommand],
})
export class OfficeCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

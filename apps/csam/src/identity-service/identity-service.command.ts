import { Command, CommandRunner, Option, SubCommand } from 'nest-commander';
import {
  ServiceResumed,
  ServiceSuspended,
  ServiceSuspensionsStore,
  type ServiceSuspension,
} from '#libs/digital-keys';
import { newReference } from '#libs/http';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';

/** The row of this name. */
function rowOf({ config }: Workbench, name: string | undefined) {
  const row = config.identityServices.find(({ key }) => key === name);
  if (row !== undefined) return row;
  const names = config.identityServices.map(({ key }) => key).join(', ');
  throw new CommandProblem(`Say which service: ${names}.`);
}

const storeOf = async (workbench: Workbench): Promise<ServiceSuspensionsStore> =>
  new ServiceSuspensionsStore(await workbench.database());

@SubCommand({ name: 'list', description: 'Lists the identity services and which of them are in use' })
export class ListIdentityServicesCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run(): Promise<void> {
    const suspended = await (await storeOf(this.workbench)).list();
    const lines = this.workbench.config.identityServices.map(
      ({ key, status, level, issuer, entityId, metadataFile }) =>
        [key, stateOf(key, status, suspended), level, issuer ?? entityId ?? metadataFile ?? ''].join('  '),
    );
    process.stdout.write(`${lines.join('\n') || 'No identity service is configured.'}\n`);
  }
}

function stateOf(key: string, status: string, suspended: readonly ServiceSuspension[]): string {
  const found = suspended.find(({ service }) => service === key);
  return found === undefined ? status : `suspended since ${found.at.toISOString()} (${found.reason})`;
}

@SubCommand({
  name: 'suspend',
  arguments: '<name>',
  description: 'Stops an identity service at once: not offered, not accepted, its proofs count no more',
})
export class SuspendIdentityServiceCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  @Option({ flags: '--reason <reason>', description: 'Why; kept with the record', required: true })
  parseReason(value: string): string {
    return value;
  }

  async run([name]: string[], { reason }: { reason: string }): Promise<void> {
    const { key } = rowOf(this.workbench, name);
    const added = await (await storeOf(this.workbench)).suspend(key, reason);
    if (!added) throw new CommandProblem(`${key} is suspended already.`);
    const audit = await this.workbench.audit();
    await audit.record(ServiceSuspended, { reference: newReference(), data: { service: key, reason } });
    process.stdout.write(`Suspended: ${key}\n`);
  }
}

@SubCommand({
  name: 'resume',
  arguments: '<name>',
  description: 'Lets an identity service sign people in again',
})
export class ResumeIdentityServiceCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run([name]: string[]): Promise<void> {
    const { key } = rowOf(this.workbench, name);
    const removed = await (await storeOf(this.workbench)).resume(key);
    if (!removed) throw new CommandProblem(`${key} is not suspended.`);
    const audit = await this.workbench.audit();
    await audit.record(ServiceResumed, { reference: newReference(), data: { service: key } });
    process.stdout.write(`In use again: ${key}\n`);
  }
}

@Command({
  name: 'identity-service',
  description: 'Recognised identity services, such as itsme',
  subCommands: [ListIdentityServicesCommand, SuspendIdentityServiceCommand, ResumeIdentityServiceCommand],
})
export class IdentityServiceCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

import type { Type } from '@nestjs/common';
import { CommandRunner } from 'nest-commander';

type Load = () => Promise<Readonly<Record<string, unknown>>>;

/** Where the commands of each first word are: most of the time a command takes goes into loading code. */
const COMMANDS: Readonly<Record<string, readonly Load[]>> = {
  migrate: [() => import('./migrate/migrate.command.js')],
  activation: [() => import('./activation/activation.command.js')],
  agency: [() => import('./agency/agency.command.js')],
  application: [() => import('./application/application.command.js')],
  office: [() => import('./office/office.command.js')],
  person: [() => import('./person/person.command.js')],
  'signing-key': [() => import('./signing-key/signing-key.command.js')],
  'identity-service': [() => import('./identity-service/identity-service.command.js')],
  kbo: [() => import('./kbo/kbo.command.js')],
  mail: [() => import('./mail/mail.command.js')],
  queue: [() => import('./queue/queue.command.js')],
  audit: [
    () => import('./audit/audit.command.js'),
    () => import('./audit/audit-proof.commands.js'),
    () => import('./audit/erase-again.command.js'),
  ],
  maintenance: [() => import('./maintenance/maintenance.command.js')],
  demo: [() => import('./demo/demo.command.js')],
};

/** The commands that begin with this word; all of them for any other word, so that help knows each. */
export async function commandsFor(word: string | undefined): Promise<readonly Type<CommandRunner>[]> {
  const own = Object.hasOwn(COMMANDS, word ?? '') ? COMMANDS[word ?? ''] : undefined;
  const files = await Promise.all((own ?? Object.values(COMMANDS).flat()).map((load) => load()));
  return files.flatMap((file) => Object.values(file).filter(isCommand));
}

function isCommand(value: unknown): value is Type<CommandRunner> {
  return typeof value === 'function' && value.prototype instanceof CommandRunner;
}

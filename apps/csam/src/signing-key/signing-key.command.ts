import { Command, CommandRunner, SubCommand } from 'nest-commander';
import { SigningKeyRing, type SigningKeyUse } from '#libs/security';
import { CommandProblem } from '../command-problem.js';
import { Workbench } from '../workbench.js';

const USES: readonly SigningKeyUse[] = ['oidc', 'saml', 'saml-encryption', 'partner', 'audit'];

const isUse = (text: string | undefined): text is SigningKeyUse => USES.some((use) => use === text);

async function ringOf(workbench: Workbench): Promise<SigningKeyRing> {
  return new SigningKeyRing({ database: await workbench.database(), cipher: workbench.cipher });
}

@SubCommand({ name: 'list', description: 'Lists the signing keys with their state' })
export class ListSigningKeysCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run(): Promise<void> {
    const keys = await (await ringOf(this.workbench)).list();
    const lines = keys.map((key) => [key.use, key.state.padEnd(7), key.algorithm, key.kid].join('  '));
    process.stdout.write(
      `${lines.join('\n') || 'There are no signing keys yet; FAS makes them when it starts.'}\n`,
    );
  }
}

@SubCommand({
  name: 'rotate',
  arguments: '<use>',
  description:
    'Makes the next keys of a use (oidc, saml, saml-encryption, partner or audit) active, one for each algorithm, and announces new next ones',
})
export class RotateSigningKeyCommand extends CommandRunner {
  constructor(private readonly workbench: Workbench) {
    super();
  }

  async run([use]: string[]): Promise<void> {
    if (!isUse(use))
      throw new CommandProblem('Say which keys: oidc, saml, saml-encryption, partner or audit.');
    const ring = await ringOf(this.workbench);
    const algorithms = new Set(
      (await ring.list()).filter((key) => key.use === use).map(({ algorithm }) => algorithm),
    );
    if (algorithms.size === 0) {
      throw new CommandProblem(`There are no ${use} keys yet; FAS or the worker makes them when it starts.`);
    }
    for (const algorithm of algorithms) await ring.rotate(use, algorithm);
    const which = [...algorithms].join(', ');
    process.stdout.write(`The next ${use} keys (${which}) sign from now on; those before stay published.\n`);
  }
}

@Command({
  name: 'signing-key',
  description: 'Keys that sign tokens and assertions',
  subCommands: [ListSigningKeysCommand, RotateSigningKeyCommand],
})
export class SigningKeyCommand extends CommandRunner {
  async run(): Promise<void> {
    this.command.help();
  }
}

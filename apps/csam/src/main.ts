import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { ConfigurationError } from '#libs/config';
import { CommandProblem } from './command-problem.js';
import { commandsFor } from './commands.js';
import { csamModule } from './csam.module.js';

/** The last line of defence of a command: a sentence for what an operator can mend, the stack for what is ours. */
function fail(error: unknown): never {
  const known = error instanceof CommandProblem || error instanceof ConfigurationError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(known ? 2 : 1);
}

try {
  const commands = await commandsFor(process.argv[2]);
  await CommandFactory.run(csamModule(commands), {
    logger: false,
    serviceErrorHandler: fail,
    cliName: 'csam',
  });
  process.exit(process.exitCode ?? 0);
} catch (error) {
  fail(error);
}

import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { ConfigurationError } from '#libs/config';
import { CsamModule } from './csam.module.js';
import { CommandProblem } from './command-problem.js';

/** The last line of defence of a command: a sentence for what an operator can mend, the stack for what is ours. */
function fail(error: unknown): never {
  const known = error instanceof CommandProblem || error instanceof ConfigurationError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(known ? 2 : 1);
}

try {
  await CommandFactory.run(CsamModule, { logger: false, serviceErrorHandler: fail, cliName: 'csam' });
  process.exit(process.exitCode ?? 0);
} catch (error) {
  fail(error);
}

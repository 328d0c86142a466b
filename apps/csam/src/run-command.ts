import 'reflect-metadata';
import { CommandFactory, CommandRunnerService } from 'nest-commander';
import { ConfigurationError } from '#libs/config';
import { CommandProblem } from './command-problem.js';
import { commandsFor } from './commands.js';
import { csamModule } from './csam.module.js';

/** 0 for done, 1 for a fault of ours (its stack is on standard error), 2 for what the sentence there lets an operator mend. */
export type ExitCode = 0 | 1 | 2;

/** Runs one command, given as its words, and says what the process has to end with. */
export async function runCommand(words: readonly string[]): Promise<ExitCode> {
  try {
    const app = await CommandFactory.createWithoutRunning(csamModule(await commandsFor(words[0])), {
      logger: false,
      serviceErrorHandler: raise,
      cliName: 'csam',
    });
    try {
      await app.get(CommandRunnerService).run(['node', 'csam', ...words]);
    } finally {
      await app.close();
    }
    return 0;
  } catch (error) {
    return explain(error);
  }
}

/** The library would print the error by itself. */
function raise(error: Error): never {
  throw error;
}

/** The last line of defence of a command: a sentence for what an operator can mend, the stack for what is ours. */
function explain(error: unknown): 1 | 2 {
  const known = error instanceof CommandProblem || error instanceof ConfigurationError;
  process.stderr.write(`${known ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  return known ? 2 : 1;
}

import type { FileOutcome } from '#libs/agencies';
import { CommandProblem } from './command-problem.js';
import type { Workbench } from './workbench.js';

/**
 * Reads a JSON file that an operator wrote.
 *
 * @param what what is not done when the file is wrong: "The agency cannot be registered"
 * @throws CommandProblem with a line for each problem
 */
export function readInput<T>(
  workbench: Workbench,
  name: string,
  { parse, what }: { parse: (json: unknown) => FileOutcome<T>; what: string },
): T {
  const outcome = parse(parseJson(workbench.read(name), name));
  if (outcome.kind === 'valid') return outcome.file;
  const lines = outcome.problems.map((problem) => `  - ${problem}`);
  throw new CommandProblem(`${what}:\n${lines.join('\n')}`);
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new CommandProblem(`${name} is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

import { execFile, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stack } from './stack.js';

const CSAM = fileURLToPath(new URL('../../dist/apps/csam/src/', import.meta.url));
const HOST = fileURLToPath(new URL('csam-host.mjs', import.meta.url));

/** What a command of the operator came to. */
export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command that did not end well: what it said, and how it ended. */
export class CommandFailed extends Error {
  constructor(
    words: readonly string[],
    readonly result: CommandResult,
  ) {
    super(`csam ${words.join(' ')}: ${result.stderr}`);
  }
}

/** Runs the operator's command line beside the shared stack; gives what it printed. @throws CommandFailed */
export async function runCsam(words: readonly string[]): Promise<string> {
  return printed(words, await inHost(words));
}

/**
 * As {@link runCsam}, in a process of its own as an operator has it, which takes seconds to load the code.
 *
 * @param input what it reads
 * @param settings variables of its environment, in the place of those of the stack
 * @throws CommandFailed
 */
export async function runCsamAlone(
  words: readonly string[],
  { input, settings }: { readonly input?: string; readonly settings?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const result = await new Promise<CommandResult>((done) => {
    const child = execFile(
      process.execPath,
      [join(CSAM, 'main.js'), ...words],
      { env: { ...environment(), ...settings } },
      (error, stdout, stderr) =>
        done({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
    child.stdin?.end(input);
  });
  return printed(words, result);
}

function printed(words: readonly string[], result: CommandResult): string {
  if (result.code !== 0) throw new CommandFailed(words, result);
  return result.stdout;
}

function environment(): NodeJS.ProcessEnv {
  const { addresses, databaseUrl, dataFolder } = stack();
  const { NODE_ENV: _mode, VITEST: _flag, ...inherited } = process.env;
  return {
    ...inherited,
    CSAM_ENV: 'test',
    CSAM_PORT_BASE: new URL(addresses.fas).port,
    CSAM_DATA_DIRECTORY: dataFolder,
    CSAM_MASTER_KEY_FILE: join(dataFolder, 'master.key'),
    DATABASE_URL: databaseUrl,
    QUEUE_URL: databaseUrl,
  };
}

let host: Promise<ChildProcess> | undefined;
let before: Promise<unknown> = Promise.resolve();

/** One after the other: a command has the standard output of its process to itself. */
function inHost(words: readonly string[]): Promise<CommandResult> {
  const result = before.then(async () => {
    const child = await (host ??= startHost());
    child.send({ words, env: environment() });
    const [said] = await once(child, 'message', { signal: AbortSignal.timeout(50_000) });
    return said as CommandResult;
  });
  before = result.catch(() => undefined);
  return result;
}

/** Serves all specs of this worker, and ends with it. */
async function startHost(): Promise<ChildProcess> {
  const child = fork(HOST, [join(CSAM, 'run-command.js')], { execArgv: [] });
  await once(child, 'message');
  child.unref();
  child.channel?.unref();
  return child;
}

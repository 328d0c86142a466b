import { runChild } from './children.mjs';
import { csamCli } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

/** Runs a command of the operator's command line and returns what it printed. */
export async function csam(args, env) {
  const { status, output, stdout } = await runChild(
    process.execPath,
    ['--enable-source-maps', csamCli, ...args],
    { env },
  );
  if (status === 0) return stdout;
  const said = output.trimEnd().split('\n').slice(-25).join('\n');
  throw new PlainError(`\`csam ${args.join(' ')}\` failed:\n${said}`);
}

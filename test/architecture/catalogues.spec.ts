import { describe, it } from 'vitest';
import { expectNone, occurrences } from './support/findings.js';
import { productionFiles } from './support/source-files.js';

const CATALOGUES = [
  { definition: 'defineError', ending: /\.errors\.ts$|^libs\/http\/errors\/(define-error|http-errors)\.ts$/ },
  { definition: 'defineAuditEvent', ending: /\.audit\.ts$|^libs\/audit\/audit-event\.ts$/ },
];

/** scripts/docs.mjs finds what it documents by the names of the files. */
describe('a catalogue', () => {
  it.each(CATALOGUES)('has its entries ($definition) in files of its own kind', ({ definition, ending }) => {
    const call = new RegExp(`^(?!\\s*\\*).*\\b${definition}\\(`, 'gm');
    expectNone(
      productionFiles
        .filter(({ path }) => !ending.test(path))
        .flatMap((file) => occurrences(file, call, `${definition} stands outside its catalogue`)),
    );
  });
});

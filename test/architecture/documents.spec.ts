import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, it } from 'vitest';
import { expectNone, finding } from './support/findings.js';
import { filesIn, ROOT } from './support/source-files.js';

const documents = filesIn('', ['.md']);

const LINK = /\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g;

describe('a document', () => {
  it('links to files that are there', () => {
    expectNone(
      documents.flatMap((file) =>
        [...file.text.matchAll(LINK)]
          .filter(([, target = '']) => !existsSync(join(ROOT, dirname(file.path), target)))
          .map((match) => finding(file, match.index, `${match[1] ?? ''} is not there`)),
      ),
    );
  });

  it('names commands that package.json has', () => {
    const scripts = filesIn('', ['package.json']).find(({ path }) => path === 'package.json');
    const known = Object.keys((JSON.parse(scripts?.text ?? '{}') as { scripts?: object }).scripts ?? {});
    expectNone(
      documents.flatMap((file) =>
        [...file.text.matchAll(/npm run ([\w:-]+)/g)]
          .filter(([, name = '']) => !known.includes(name))
          .map((match) => finding(file, match.index, `package.json has no script ${match[1] ?? ''}`)),
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { expectNone, finding, occurrences } from './support/findings.js';
import { codeFiles, filesIn, productionFiles, writtenFiles } from './support/source-files.js';
import { commentsOf, visit } from './support/syntax.js';

/** Suppressed lint and type errors in libs, apps and test. The number may only fall. */
const SUPPRESSIONS = 2;

const SUPPRESSION = /^\s*(oxlint-disable|eslint-disable|@ts-(expect-error|ignore|nocheck))/;
const REASON = /--\s*\S|@ts-expect-error:?\s+\S/;

const allTypeScript = [...codeFiles, ...filesIn('test')];

describe('the code', () => {
  it('suppresses lint and type errors seldom, and says why', () => {
    const suppressed = allTypeScript.flatMap((file) =>
      commentsOf(file)
        .filter(({ text }) => SUPPRESSION.test(text))
        .map(({ text, position }) => ({ text, where: finding(file, position, text.trim()) })),
    );
    expectNone(
      suppressed.filter(({ text }) => !REASON.test(text)).map(({ where }) => `${where} (without a reason)`),
    );
    expect(suppressed.length, suppressed.map(({ where }) => where).join('\n')).toBeLessThanOrEqual(
      SUPPRESSIONS,
    );
    expect(suppressed.length, 'fewer than before: lower SUPPRESSIONS').toBe(SUPPRESSIONS);
  });

  it('has no `any` and claims no value to be there with `!`', () => {
    const found: string[] = [];
    for (const file of codeFiles) {
      visit(file, {
        TSAnyKeyword: ({ start }) => void found.push(finding(file, start, '`any`')),
        TSNonNullExpression: ({ end }) => void found.push(finding(file, end, '`!` after a value')),
      });
    }
    expectNone(found);
  });

  it('leaves nothing for later', () => {
    const later = /\b(TO[D]O|FIX[M]E|XX[X]|HA[C]K)\b/g;
    expectNone(writtenFiles().flatMap((file) => occurrences(file, later, 'something was left for later')));
  });

  it('writes to its log, not to the console', () => {
    expectNone(
      productionFiles.flatMap((file) => occurrences(file, /\bconsole\.\w+\(/g, 'use the log of libs/http')),
    );
  });

  it('names no folder of one machine', () => {
    const machine = /(?<![\w.:/])\/(?:home|Users|root|work|workspace)\/[\w.-]+|[A-Z]:\\{1,2}(?:Users|work)/g;
    expectNone(writtenFiles().flatMap((file) => occurrences(file, machine, 'a path of one machine')));
  });
});

describe('tests', () => {
  it('are all run: none is singled out, and one that is skipped says when it runs', () => {
    const specs = allTypeScript.filter(({ path }) => /\.spec\.tsx?$/.test(path));
    expectNone([
      ...specs.flatMap((file) =>
        occurrences(file, /\b(?:describe|it|test)(?:\.\w+)*\.only\(/g, 'is run alone: the others are not'),
      ),
      ...specs.flatMap((file) =>
        occurrences(
          file,
          /\b(?:describe|it|test)(?:\.\w+)*\.(?:skip|todo)\(|\bx(?:it|describe)\(/g,
          'is skipped without a condition: use skipIf with one, or ctx.skip with a reason',
        ),
      ),
    ]);
  });
});

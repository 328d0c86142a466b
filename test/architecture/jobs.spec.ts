import { describe, it } from 'vitest';
import { expectNone, finding } from './support/findings.js';
import { productionFiles, type SourceFile } from './support/source-files.js';
import { visit } from './support/syntax.js';

interface Place {
  readonly file: SourceFile;
  readonly position: number;
}

/** `export const sendMailJob = defineJob({ … })` by the name of the constant. */
function definitions(): Map<string, Place> {
  const found = new Map<string, Place>();
  for (const file of productionFiles) {
    visit(file, {
      VariableDeclarator({ id, init, start }) {
        if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return;
        if (init.callee.type === 'Identifier' && init.callee.name === 'defineJob')
          found.set(id.name, { file, position: start });
      },
    });
  }
  return found;
}

/** `handle(sendMailJob, …)` by the name of the constant. */
function handlers(): Map<string, Place[]> {
  const found = new Map<string, Place[]>();
  for (const file of productionFiles) {
    visit(file, {
      CallExpression({ callee, arguments: [job], start }) {
        if (callee.type !== 'Identifier' || callee.name !== 'handle' || job?.type !== 'Identifier') return;
        found.set(job.name, [...(found.get(job.name) ?? []), { file, position: start }]);
      },
    });
  }
  return found;
}

/** The worker refuses to start for the same reasons (assertEveryJobHandled); this names the line while writing. */
describe('a job', () => {
  it('has exactly one handler', () => {
    const handled = handlers();
    expectNone([
      ...[...definitions()].flatMap(([name, { file, position }]) =>
        (handled.get(name) ?? []).length === 0 ? [finding(file, position, `${name} has no handler`)] : [],
      ),
      ...[...handled].flatMap(([name, places]) =>
        places.slice(1).map(({ file, position }) => finding(file, position, `${name} has a handler already`)),
      ),
    ]);
  });

  it('is defined in *.job.ts or *.jobs.ts', () => {
    expectNone(
      [...definitions().values()]
        .filter(({ file }) => !/\.jobs?\.ts$/.test(file.path))
        .map(({ file, position }) => finding(file, position, 'defines a job')),
    );
  });
});

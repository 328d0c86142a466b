import { join } from 'node:path';
import { runChild } from './lib/children.mjs';
import { root } from './lib/paths.mjs';
import { run } from './lib/plain-error.mjs';
import { since } from './lib/progress.mjs';

const tool = (file) => join(root, 'node_modules', file);

/** What can be said of the code without running it. Tests that need a database, and the documents, are apart. */
const CHECKS = [
  ['types', [tool('typescript/bin/tsc'), '-p', 'tsconfig.json', '--noEmit']],
  ['lint', [tool('oxlint/bin/oxlint'), '--deny-warnings', '--format=unix']],
  ['format', [tool('prettier/bin/prettier.cjs'), '--check', '--cache', '--log-level', 'warn', '.']],
  [
    'architecture and texts',
    [
      tool('vitest/vitest.mjs'),
      'run',
      'test/architecture',
      '--reporter=dot',
      ...['**/*.slice.spec.ts', '**/generated-docs.spec.ts'].flatMap((pattern) => ['--exclude', pattern]),
    ],
  ],
  ['documents', [join(root, 'scripts/docs.mjs'), '--check']],
];

/** Runs one check; prints its line when it is done, so that the quick ones are seen first. */
async function check([name, args]) {
  const started = performance.now();
  const { status, output } = await runChild(process.execPath, args, {
    env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined },
  });
  const well = status === 0;
  process.stdout.write(`${well ? 'ok    ' : 'FAILED'}  ${name.padEnd(24)} ${since(started)}\n`);
  return { name, well, output };
}

await run(async () => {
  const failed = (await Promise.all(CHECKS.map(check))).filter(({ well }) => !well);
  for (const { name, output } of failed) process.stdout.write(`\n--- ${name}\n${output.trim()}\n`);
  process.exitCode = failed.length === 0 ? 0 : 1;
});

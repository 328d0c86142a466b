import { defineConfig } from 'vitest/config';
import { SlowestFirst } from './test/support/slowest-first.js';

const spec = '*.spec.{ts,tsx}';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    // Generous: a busy machine is no defect, and no test asserts speed.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    sequence: { sequencer: SlowestFirst },
    projects: [
      {
        extends: true,
        resolve: { conditions: ['src'] },
        ssr: { resolve: { conditions: ['src'] } },
        test: {
          name: 'unit',
          include: [`libs/**/${spec}`, `apps/**/${spec}`, `test/architecture/**/${spec}`],
          // The default leaves one core for the screen: half of a machine with two.
          maxWorkers: '100%',
          // Loading the code takes longer than testing it; what must be its own, each file makes for itself.
          isolate: false,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          name: 'blackbox',
          // What it looks at is compiled, and so are the libraries that its specs use.
          server: { deps: { external: [/\/dist\/libs\//] } },
          include: [`test/**/${spec}`],
          exclude: [`test/architecture/**`],
          globalSetup: 'test/support/stacks.setup.ts',
          testTimeout: 60_000,
          // Each worker has a stack of its own: two specs at once on one would lock each other's accounts.
          maxWorkers: Number(process.env.CSAM_TEST_STACKS ?? 1),
          isolate: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});

import type { TestProject } from 'vitest/node';
import { startStack } from './stack.js';

/** Runs once before the black-box specs: a stack for each worker that runs some of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await Promise.all(Array.from({ length: project.config.maxWorkers }, () => startStack()));
  project.provide(
    'stacks',
    running.map(({ addresses, databaseUrl, dataFolder }) => ({ addresses, databaseUrl, dataFolder })),
  );
  return async () => {
    await Promise.all(running.map((stack) => stack.stop()));
  };
}

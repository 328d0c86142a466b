import type { TestProject } from 'vitest/node';
import { startStack } from './stack.js';

/** Runs once before the black-box specs: one stack for all of them. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const running = await startStack();
  const { addresses, databaseUrl, dataFolder } = running;
  project.provide('stack', { addresses, databaseUrl, dataFolder });
  return () => running.stop();
}

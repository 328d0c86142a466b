import type { JobDefinition } from '#libs/queue';
import { exportsOf } from '../modules-by-name.js';

/** The names of all queues, by the jobs that go through them (`<module>.job` or `<module>.jobs`). */
export async function findQueues(): Promise<string[]> {
  const jobs = (await exportsOf(/\.jobs?\.[jt]s$/)).filter(isJob);
  return [...new Set(jobs.map(({ queue }) => queue))].toSorted();
}

const isJob = (value: unknown): value is JobDefinition =>
  typeof value === 'object' && value !== null && 'queue' in value && 'attempts' in value;

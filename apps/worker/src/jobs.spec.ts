import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { jobs } from './jobs.js';

const DEFINITION = /defineJob<.*>\(\{\s*name: '([\w-]+)'/g;

it('every job that is defined anywhere is in the list of the worker', () => {
  const defined = ['libs', 'apps'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .filter((file) => `${folder}/${file}` !== 'libs/queue/job.ts')
      .flatMap((file) =>
        [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(DEFINITION)].map((match) => match[1]),
      ),
  );
  expect(jobs.map(({ name }) => name).sort()).toEqual(defined.sort());
});

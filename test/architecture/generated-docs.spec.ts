import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ROOT } from './support/source-files.js';

it('the documents in docs/generated say what the code says', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/docs.mjs'), '--check'], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  expect({ status, stderr: stderr.trim() }).toEqual({ status: 0, stderr: '' });
}, 120_000);

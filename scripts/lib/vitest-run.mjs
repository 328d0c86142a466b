import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';
import { endGroup } from './processes.mjs';

/**
 * Runs vitest in a group of its own, so that nothing of it stays behind, and counts.
 *
 * @returns {{ done: Promise<{ passed: number, failed: number, skipped: number }>, end: () => void, pid: number }}
 */
export function runVitest({ args, env, reportFile }) {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  rmSync(reportFile, { force: true });
  const child = spawn(
    process.execPath,
    [join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...reporters, ...args],
    { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'], detached: true },
  );
  const end = () => endGroup(child.pid);
  const done = new Promise((resolve) => {
    child.once('error', () => resolve(-1));
    child.once('exit', (status) => resolve(status ?? 1));
  }).then((status) => {
    end();
    return count(readReport(reportFile), status);
  });
  return { done, end, pid: child.pid };
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** A file that cannot be read, a set-up that fails and an error outside every test are failures too. */
function count(report, status) {
  if (report === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && status !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

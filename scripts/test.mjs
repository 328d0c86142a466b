import { join } from 'node:path';
import { build } from './lib/build.mjs';
import { endChildren, runChild } from './lib/children.mjs';
import { root } from './lib/paths.mjs';
import { explain } from './lib/plain-error.mjs';
import { step } from './lib/progress.mjs';
import { endWith } from './lib/signals.mjs';
import { makeTemplate, startTestPostgres } from './lib/test-postgres.mjs';
import { findTools } from './lib/tools.mjs';
import { runVitest } from './lib/vitest-run.mjs';

const args = process.argv.slice(2);
const isWhole = args.length === 0;
const total = { passed: 0, failed: 0, skipped: 0 };
const stage = { missing: [] };

/** Checks without running: each counts as one test. Import directions, texts and documents are tests of vitest. */
const CHECKS = [
  ['Checking the format', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']],
  ['Checking the code (lint)', 'oxlint/bin/oxlint', ['--deny-warnings']],
];

/** Steps of a whole run, one after the other: each of them uses every core. */
const WHOLE = [
  ['--project', 'unit'],
  ['--project', 'blackbox'],
];

/** Black-box specs wait as much as they compute, so a whole run takes them from one list to this many stacks. */
const STACKS = '2';

async function main() {
  // The check of the format has one core busy for longer than compiling takes with the other.
  const checks = isWhole ? CHECKS.map(startCheck) : [];
  const compiled = await attempt(() => step('Compiling', build));
  for (const check of checks) await reportCheck(check);
  if (isWhole || !compiled) add(compiled ? { passed: 1 } : { failed: 1 });
  if (compiled) await attempt(runTests, () => add({ failed: 1 }));
  await clearUp();
  report();
}

function startCheck([label, tool, toolArgs]) {
  return { label, result: runChild(process.execPath, [join(root, 'node_modules', tool), ...toolArgs]) };
}

async function reportCheck({ label, result }) {
  const { status, output } = await step(label, () => result);
  add(status === 0 ? { passed: 1 } : { failed: 1 });
  if (status !== 0) process.stdout.write(`${output.trim()}\n`);
}

async function runTests() {
  const { env, missing } = await step('Looking for programs that tests use', findTools);
  stage.missing = missing;
  stage.postgres = await step('Starting PostgreSQL', startTestPostgres);
  await step('Migrating the template database', () => makeTemplate(stage.postgres.url));
  for (const runArgs of isWhole ? WHOLE : [args]) {
    stage.vitest = runVitest({
      args: runArgs,
      env: { ...process.env, ...env, ...stage.postgres.env, CSAM_TEST_STACKS: isWhole ? STACKS : '1' },
      reportFile: join(stage.postgres.scratch, 'report.json'),
    });
    stage.postgres.watchdog.watch({ groups: [stage.vitest.pid] });
    add(await stage.vitest.done);
  }
}

async function attempt(work, onFailure = () => undefined) {
  try {
    await work();
    return true;
  } catch (error) {
    if (stage.ending !== true) process.stdout.write(`${explain(error)}\n`);
    onFailure();
    return false;
  }
}

function add({ passed = 0, failed = 0, skipped = 0 }) {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
}

async function clearUp() {
  stage.vitest?.end();
  await stage.postgres?.stop();
}

function report() {
  if (stage.ending === true) return;
  const { passed, failed, skipped } = judged(total);
  const reasons = total.skipped > 0 ? stage.missing.map((reason) => `Skipped ${reason}.\n`) : [];
  const last = `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
  process.stdout.write(`\n${reasons.join('')}${last}\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

/** Where everything is to be there (CI=true), a skipped test is a failed one. */
function judged({ passed, failed, skipped }) {
  return process.env.CI === 'true'
    ? { passed, failed: failed + skipped, skipped: 0 }
    : { passed, failed, skipped };
}

endWith(async () => {
  stage.ending = true;
  endChildren();
  await clearUp();
  process.exit(130);
});
await main();

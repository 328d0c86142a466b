import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FlowName } from './flows/catalogue.js';
import { measureLogin, type BenchRun } from './login.js';
import { PROFILES, type Profile } from './profiles.js';
import { reportOf } from './report/report.js';
import { problemsOf } from './report/problems.js';

export { FLOW_NAMES } from './flows/catalogue.js';
export type { MeasuredStack } from './login.js';

interface Bench {
  readonly meaning: string;
  readonly profile: Profile;
}

/** What `npm run bench -- <name>` knows. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  login: { meaning: 'logins over both protocols: capacity, cost and response times', profile: PROFILES.load },
  cost: { meaning: PROFILES.cost.meaning, profile: PROFILES.cost },
  smoke: { meaning: PROFILES.smoke.meaning, profile: PROFILES.smoke },
};

export interface BenchOrder extends Omit<BenchRun, 'profile'> {
  /** Measures these flows only. */
  readonly only?: readonly FlowName[];
  readonly resultFolder: string;
  readonly print: (text: string) => void;
}

/** Measures, prints the table and writes `<bench>.json`; returns what went wrong, one sentence each. */
export async function runBench({
  resultFolder,
  print,
  only,
  ...run
}: BenchOrder): Promise<readonly string[]> {
  const bench = BENCHES[run.bench];
  if (bench === undefined) throw new Error(`There is no bench ${run.bench}.`);
  const result = await measureLogin({ ...run, profile: { ...bench.profile, ...(only && { flows: only }) } });
  mkdirSync(resultFolder, { recursive: true });
  writeFileSync(join(resultFolder, `${run.bench}.json`), `${JSON.stringify(result, null, 2)}\n`);
  print(reportOf(result));
  return problemsOf(result);
}

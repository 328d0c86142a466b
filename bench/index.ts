import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  attributesProblems,
  attributesReport,
  measureAttributes,
  type AttributesRun,
} from './attributes/index.js';
import type { FlowName } from './flows/catalogue.js';
import { measureLogin, type BenchRun } from './login.js';
import { PROFILES, type Profile } from './profiles.js';
import { reportOf } from './report/report.js';
import { problemsOf } from './report/problems.js';

export { FLOW_NAMES } from './flows/catalogue.js';
export type { MeasuredStack } from './login.js';

interface Bench {
  readonly meaning: string;
  /** Of a bench of logins; absent when attributes are measured. */
  readonly profile?: Profile;
}

/** What `npm run bench -- <name>` knows. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  login: { meaning: 'logins over both protocols: capacity, cost and response times', profile: PROFILES.load },
  cost: { meaning: PROFILES.cost.meaning, profile: PROFILES.cost },
  attributes: { meaning: 'APS: what a decision costs, how soon it answers, how fast KBO data are read' },
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
  const { text, problems, result } =
    bench.profile === undefined
      ? await attributes(run)
      : await logins({ ...run, profile: { ...bench.profile, ...(only && { flows: only }) } });
  mkdirSync(resultFolder, { recursive: true });
  writeFileSync(join(resultFolder, `${run.bench}.json`), `${JSON.stringify(result, null, 2)}\n`);
  print(text);
  return problems;
}

async function logins(run: BenchRun) {
  const result = await measureLogin(run);
  return { result, text: reportOf(result), problems: problemsOf(result) };
}

async function attributes(run: AttributesRun) {
  const result = await measureAttributes(run);
  return { result, text: attributesReport(result), problems: attributesProblems(result) };
}

import { join } from 'node:path';
import { Database } from '#libs/database';
import { masterKeyFromFile } from '#libs/security';
import type { MeasuredStack } from '../login.js';
import { describeMachine, type Machine } from '../measuring/machine.js';
import { table } from '../report/table.js';
import { makeCrowd } from '../world/people.js';
import { registerServices } from '../world/applications.js';
import { measureDecisions, type DecisionCost } from './decision.js';
import { measureImports, type ImportFigures } from './kbo-import.js';
import { measureRequests, type RequestTimes } from './requests.js';

export interface AttributesResult {
  readonly bench: 'attributes';
  readonly at: string;
  readonly machine: Machine;
  readonly decisions: readonly DecisionCost[];
  readonly requests: RequestTimes;
  readonly imports: readonly ImportFigures[];
}

const PEOPLE = 48;
const SECONDS = { warmUp: 10, measured: 15 };
const ENTERPRISES = [20_000, 100_000] as const;

export interface AttributesRun {
  readonly stack: MeasuredStack;
  readonly step: <T>(label: string, work: () => Promise<T>) => Promise<T>;
}

/** Measures APS: what a decision costs, how soon a request is answered, how fast KBO's data are read. */
export async function measureAttributes({ stack, step }: AttributesRun): Promise<AttributesResult> {
  const machine = describeMachine();
  const masterKey = masterKeyFromFile(stack.masterKeyFile);
  const database = await Database.open({
    url: stack.databaseUrl,
    applicationName: 'bench',
    maxConnections: 2,
  });
  try {
    const decisions = await step('Decisions', async () => measureDecisions());
    await step('Registering services', () => registerServices(stack.dataFolder, stack.csam));
    await step('Adding people', () => makeCrowd(database, masterKey, { people: PEOPLE, peopleWithCode: 0 }));
    const parties = { aps: stack.aps, fas: stack.fas, database, masterKey };
    const requests = await step('Requests', () => measureRequests(parties, SECONDS));
    const imports = await step('Imports', () =>
      measureImports(database, join(stack.dataFolder, 'kbo'), ENTERPRISES),
    );
    return { bench: 'attributes', at: new Date().toISOString(), machine, decisions, requests, imports };
  } finally {
    await database.close();
  }
}

export function attributesReport({ machine, at, decisions, requests, imports }: AttributesResult): string {
  const { times, perSecond } = requests;
  return [
    '',
    `attributes at ${at}\n${machine.processor}, ${machine.cores} cores, Node ${machine.node}; load before: ${machine.loadBefore.toFixed(1)}`,
    'Decision: processor microseconds, of the quickest round (budget 50)',
    table(
      ['attributes asked', 'µs'],
      decisions.map(({ attributes, microseconds }) => [String(attributes), microseconds.toFixed(1)]),
    ),
    `Requests at ${perSecond} per second, sources that answer at once: milliseconds (budget: p95 under 30)`,
    table(
      ['requests', 'p50', 'p95', 'p99', 'longest'],
      [[times.count, times.p50, times.p95, times.p99, times.max].map((figure) => figure.toFixed(1))],
    ),
    'KBO Open Data, full extracts: memory of the importing process stays as it is when the file grows',
    table(
      ['ZIP, MB', 'rows', 'rows/s', 'memory, MB'],
      imports.map(({ megabytes, rows, rowsPerSecond, memory }) => [
        megabytes.toFixed(1),
        String(rows),
        rowsPerSecond.toFixed(0),
        memory.toFixed(0),
      ]),
    ),
    '',
  ].join('\n\n');
}

export const attributesProblems = ({ requests }: AttributesResult): string[] =>
  requests.failures.map((failure) => `Requests: ${failure}.`);

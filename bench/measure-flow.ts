import type { ClientProcess } from './client/client-process.js';
import { flowInfo, type FlowName } from './flows/catalogue.js';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  costPerFlow,
  during,
  isKnown,
  medianRound,
  together,
  type CpuMeter,
  type CpuReading,
  type CpuSpan,
} from './measuring/cpu-meter.js';
import { measureYardstick } from './measuring/yardstick.js';
import type { StatementCounter } from './measuring/statements.js';
import type { FasProfiles } from './measuring/fas-profiles.js';
import { median } from './measuring/percentiles.js';
import { withoutHash } from './measuring/without-hash.js';
import type { Profile } from './profiles.js';
import type { RunFigures } from './client/messages.js';
import type { MeasuredFlow, SkippedFlow } from './result.js';

export interface Instruments {
  readonly client: ClientProcess;
  readonly meter: CpuMeter;
  readonly profile: Profile;
  readonly counter?: StatementCounter;
  readonly profiles?: FasProfiles;
  /** Process that can be told to check no password hash. */
  readonly fas?: number;
}

interface Round {
  readonly run: RunFigures;
  readonly yardstick: number;
  readonly cost?: CpuReading;
}

async function measureRound(
  meter: CpuMeter,
  idle: CpuSpan | undefined,
  work: () => Promise<RunFigures>,
): Promise<Round> {
  const yardstick = measureYardstick();
  const { result: run, span } = await during(meter, work);
  const cost = costPerFlow(span, idle, run.flows);
  return { run, yardstick, ...(isKnown(cost) && { cost }) };
}

async function measureRounds(many: number, measure: () => Promise<Round>): Promise<Round[]> {
  const rounds: Round[] = [];
  while (rounds.length < many) rounds.push(await measure());
  return rounds;
}

const costsOf = (rounds: readonly Round[]): CpuReading[] => rounds.flatMap(({ cost }) => cost ?? []);

function cpuOf(rounds: readonly Round[]): Pick<MeasuredFlow, 'cpu'> {
  const cpu = medianRound(costsOf(rounds));
  return cpu === undefined ? {} : { cpu };
}

function withoutHashOf(rounds: readonly Round[]): Pick<MeasuredFlow, 'withoutHash'> {
  const { cpu } = cpuOf(rounds);
  return cpu === undefined ? {} : { withoutHash: { cpu, costs: costsOf(rounds).map(together) } };
}

const WATCHES = 3;

/** The quietest of a few spans: the database may tidy up in any of them, which is no part of a flow. */
async function idling(meter: CpuMeter, milliseconds: number): Promise<CpuSpan | undefined> {
  const spans: CpuSpan[] = [];
  for (let watch = 0; watch < WATCHES; watch += 1) {
    const { span } = await during(meter, () => sleep(milliseconds));
    if (span !== undefined) spans.push(span);
  }
  const perSecond = ({ used, seconds }: CpuSpan) => together(used) / seconds;
  return spans.toSorted((one, other) => perSecond(one) - perSecond(other))[0];
}

/** Capacity is what the machine can do when nothing else holds it up. */
function fastest(rounds: readonly Round[]): RunFigures {
  const [best] = rounds
    .map(({ run }) => run)
    .toSorted((one, other) => other.flows / other.seconds - one.flows / one.seconds);
  if (best === undefined) throw new Error('no round was run');
  return best;
}

/** In seconds: how often is looked whether it is warm, and when waiting for that ends on a machine without time for us. */
const WARM_UP_ROUND = 2;
const LONGEST_WARM_UP = 180;

/** A number of flows and no time: however slow others make the machine, Node compiles what ran often, and nothing else. */
async function warm(flows: number, round: () => Promise<RunFigures>): Promise<void> {
  const until = performance.now() + LONGEST_WARM_UP * 1000;
  for (let done = 0; done < flows && performance.now() < until;) done += Math.max(1, (await round()).flows);
}

/** Measures one flow: capacity with its cost, response times at the peak's share of it, its SQL statements. */
export async function measureFlow(
  flow: FlowName,
  { client, meter, profile, counter, profiles, fas }: Instruments,
): Promise<MeasuredFlow | SkippedFlow> {
  const reason = await client.prepare(flow);
  if (reason !== undefined) return { kind: 'skipped', flow, reason };
  const { concurrency, warmUp, share } = profile;
  const atOnce = (seconds: number) => client.run(flow, { kind: 'at-once', concurrency, seconds });
  await warm(warmUp, () => atOnce(WARM_UP_ROUND));
  const idle = await idling(meter, profile.idle * 1000);

  const measure = () =>
    measureRounds(profile.rounds, () => measureRound(meter, idle, () => atOnce(profile.capacity)));
  const rounds = await measure();
  const hashed = fas !== undefined && flowInfo(flow).checksPassword ? fas : undefined;
  const hashless = hashed === undefined ? [] : await withoutHash(hashed, measure);
  const capacity = fastest(rounds);
  const flowsPerSecond = capacity.flows / capacity.seconds;

  const rate = Math.max(1, flowsPerSecond * share);
  const responseTimes = await client.run(flow, { kind: 'per-second', rate, seconds: profile.responseTimes });
  const statements = await counter?.count(() =>
    client.run(flow, { kind: 'one-by-one', flows: profile.counted }),
  );
  // Beside a check of a hash the profile blames whatever the check pushes off the core.
  const profiled = await withoutHash(hashed, async () =>
    profiles?.during(flow, () => atOnce(profile.capacity)),
  );
  return {
    kind: 'measured',
    flow,
    flowsPerSecond,
    capacity,
    responseTimes,
    costs: costsOf(rounds).map(together),
    ...withoutHashOf(hashless),
    yardstick: median(rounds.map(({ yardstick }) => yardstick)),
    failures: [...rounds, ...hashless].flatMap(({ run }) => run.failures),
    ...cpuOf(rounds),
    ...(statements && { statements }),
    ...(profiled && { profile: profiled }),
  };
}

import type { ClientProcess } from './client/client-process.js';
import type { FlowName } from './flows/catalogue.js';
import { costPerFlow, type CpuMeter } from './measuring/cpu-meter.js';
import type { StatementCounter } from './measuring/statements.js';
import type { FasProfiles } from './measuring/fas-profiles.js';
import type { Profile } from './profiles.js';
import type { MeasuredFlow, SkippedFlow } from './result.js';

export interface Instruments {
  readonly client: ClientProcess;
  readonly meter: CpuMeter;
  readonly profile: Profile;
  readonly counter?: StatementCounter;
  readonly profiles?: FasProfiles;
}

/** Measures one flow: capacity with its cost, response times at the peak's share of it, its SQL statements. */
export async function measureFlow(
  flow: FlowName,
  { client, meter, profile, counter, profiles }: Instruments,
): Promise<MeasuredFlow | SkippedFlow> {
  const reason = await client.prepare(flow);
  if (reason !== undefined) return { kind: 'skipped', flow, reason };
  const { concurrency, warmUp, share } = profile;
  const atOnce = (seconds: number) => client.run(flow, { kind: 'at-once', concurrency, seconds });
  await atOnce(warmUp);

  const before = meter.read();
  const capacity = await atOnce(profile.capacity);
  const cpu = costPerFlow(before, meter.read(), capacity.flows);
  const flowsPerSecond = capacity.flows / capacity.seconds;

  const rate = Math.max(1, flowsPerSecond * share);
  const responseTimes = await client.run(flow, { kind: 'per-second', rate, seconds: profile.responseTimes });
  const statements = await counter?.count(() =>
    client.run(flow, { kind: 'one-by-one', flows: profile.counted }),
  );
  const profiled = await profiles?.during(flow, () => atOnce(profile.capacity));
  return {
    kind: 'measured',
    flow,
    flowsPerSecond,
    capacity,
    responseTimes,
    ...(cpu && { cpu }),
    ...(statements && { statements }),
    ...(profiled && { profile: profiled }),
  };
}

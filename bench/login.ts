import { Database } from '#libs/database';
import { masterKeyFromFile } from '#libs/security';
import { ClientProcess } from './client/client-process.js';
import { flowInfo, type FlowName } from './flows/catalogue.js';
import { measureFlow, type Instruments } from './measure-flow.js';
import { CpuMeter } from './measuring/cpu-meter.js';
import { FasProfiles } from './measuring/fas-profiles.js';
import { describeMachine, describePostgres } from './measuring/machine.js';
import { measureHash } from './measuring/password-hash.js';
import { pinApart } from './measuring/pinning.js';
import { StatementCounter } from './measuring/statements.js';
import type { Profile } from './profiles.js';
import type { BenchResult, MeasuredFlow, SkippedFlow } from './result.js';
import { makeCrowd } from './world/people.js';
import { registerServices, type Csam } from './world/applications.js';

/** A stack that runs for the measurement alone. */
export interface MeasuredStack {
  readonly fas: string;
  readonly aps: string;
  readonly databaseUrl: string;
  readonly dataFolder: string;
  readonly masterKeyFile: string;
  readonly pids: { readonly fas: number; readonly aps: number; readonly postgres: number };
  readonly postgresFolder: string;
  readonly csam: Csam;
  /** Where profiles of FAS go, when it was started for them. */
  readonly profileFolder?: string;
}

export interface BenchRun {
  readonly bench: string;
  readonly profile: Profile;
  readonly stack: MeasuredStack;
  /** Says what is being done. */
  readonly step: <T>(label: string, work: () => Promise<T>) => Promise<T>;
}

/** Measures logins, from the service's first request to its user's data. */
export async function measureLogin({ bench, profile, stack, step }: BenchRun): Promise<BenchResult> {
  const masterKey = masterKeyFromFile(stack.masterKeyFile);
  const database = await Database.open({
    url: stack.databaseUrl,
    applicationName: 'bench',
    maxConnections: 2,
  });
  const machine = describeMachine();
  let client: ClientProcess | undefined;
  try {
    const services = await step('Registering services', () => registerServices(stack.dataFolder, stack.csam));
    const crowd = await step('Adding people', () => makeCrowd(database, masterKey, profile));
    const hash = await step('Measuring the password hash', () => measureHash(masterKey));
    client = await ClientProcess.start({ fas: stack.fas, ...services, ...crowd });
    const pinning = pinApart(Object.values(stack.pids), client.pid);
    const counter = await StatementCounter.open(database);
    const instruments: Instruments = {
      client,
      profile,
      meter: new CpuMeter(stack.pids),
      ...(counter && { counter }),
      ...(process.platform === 'linux' && { fas: stack.pids.fas }),
      ...(stack.profileFolder && { profiles: new FasProfiles(stack.pids.fas, stack.profileFolder) }),
    };
    const flows: (MeasuredFlow | SkippedFlow)[] = [];
    for (const flow of profile.flows) {
      flows.push(await step(flowInfo(flow).title, () => measureOrTell(flow, instruments)));
    }
    return {
      bench,
      at: new Date().toISOString(),
      profile,
      machine,
      postgres: await describePostgres(database, stack.postgresFolder),
      ...(pinning && { pinning }),
      hash,
      flows,
    };
  } finally {
    await client?.stop();
    await database.close();
  }
}

/** What was measured until something broke is worth keeping. */
async function measureOrTell(flow: FlowName, instruments: Instruments): Promise<MeasuredFlow | SkippedFlow> {
  try {
    return await measureFlow(flow, instruments);
  } catch (error) {
    return {
      kind: 'skipped',
      flow,
      reason: error instanceof Error ? error.message : String(error),
      broken: true,
    };
  }
}

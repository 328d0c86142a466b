import type { RunFigures } from './client/messages.js';
import type { FlowName } from './flows/catalogue.js';
import type { CpuReading } from './measuring/cpu-meter.js';
import type { Machine, ServerSettings } from './measuring/machine.js';
import type { HashCost } from './measuring/password-hash.js';
import type { Pinning } from './measuring/pinning.js';
import type { Share } from './measuring/profile-summary.js';
import type { StatementCount } from './measuring/statements.js';
import type { Profile } from './profiles.js';

export interface MeasuredFlow {
  readonly kind: 'measured';
  readonly flow: FlowName;
  /** Per second, as many at once as the profile says. */
  readonly flowsPerSecond: number;
  readonly capacity: RunFigures;
  /** Processor milliseconds per flow at capacity, of the median round; absent where the system does not tell. */
  readonly cpu?: CpuReading;
  /** Of every round, all processes together. */
  readonly costs: readonly number[];
  /** The same in rounds in which no password hash was checked. */
  readonly withoutHash?: { readonly cpu: CpuReading; readonly costs: readonly number[] };
  /** What an RSA-2048 signature cost meanwhile: how slow others made the machine. */
  readonly yardstick: number;
  readonly failures: readonly string[];
  /** At the profile's share of capacity. */
  readonly responseTimes: RunFigures;
  readonly statements?: readonly StatementCount[];
  readonly profile?: { readonly parts: readonly Share[]; readonly functions: readonly Share[] };
}

export interface SkippedFlow {
  readonly kind: 'skipped';
  readonly flow: FlowName;
  readonly reason: string;
  /** It was tried, and something broke. */
  readonly broken?: true;
}

export interface BenchResult {
  readonly bench: string;
  readonly at: string;
  readonly profile: Profile;
  readonly machine: Machine;
  readonly postgres: ServerSettings;
  readonly pinning?: Pinning;
  readonly hash: HashCost;
  readonly flows: readonly (MeasuredFlow | SkippedFlow)[];
}

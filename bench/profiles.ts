import type { FlowName } from './flows/catalogue.js';
import { FLOW_NAMES } from './flows/catalogue.js';

/** How hard and how long is measured. Times in seconds. */
export interface Profile {
  readonly name: string;
  readonly meaning: string;
  readonly flows: readonly FlowName[];
  /** Flows under way at once when capacity is measured. */
  readonly concurrency: number;
  /** The share of that capacity at which response times are measured: what the peak period is to use. */
  readonly share: number;
  /** Flows before anything is measured. */
  readonly warmUp: number;
  /** How long the processes are watched when nobody comes: what they use then is no flow's cost. */
  readonly idle: number;
  /** Rounds at full capacity; the cost is that of the median one. */
  readonly rounds: number;
  /** Length of a round. */
  readonly capacity: number;
  readonly responseTimes: number;
  /** People with a password; each is signed in once beforehand, so that nobody is new to a service or device. */
  readonly people: number;
  /** People with a password and an authenticator app: a code counts once, so many are needed. */
  readonly peopleWithCode: number;
  /** Flows over which SQL statements are counted, one after the other. */
  readonly counted: number;
}

const CONCURRENCY = 8;
const PEAK_SHARE = 0.3;

const smoke: Profile = {
  name: 'smoke',
  meaning: 'five seconds: does every flow still work, and is nothing ten times what it was',
  flows: ['oidc-sso', 'oidc-fresh', 'saml-sso', 'saml-fresh', 'userinfo', 'jwks'],
  concurrency: CONCURRENCY,
  share: PEAK_SHARE,
  warmUp: 0,
  idle: 0.1,
  rounds: 1,
  capacity: 0.4,
  responseTimes: 0.3,
  people: 16,
  peopleWithCode: 0,
  counted: 5,
};

const load: Profile = {
  name: 'load',
  meaning: 'every flow at full capacity and at the share of it that the peak period is to use',
  flows: FLOW_NAMES,
  concurrency: CONCURRENCY,
  share: PEAK_SHARE,
  warmUp: 3_000,
  idle: 1,
  rounds: 5,
  capacity: 3,
  responseTimes: 8,
  people: 96,
  peopleWithCode: 320,
  counted: 20,
};

/** For who makes it faster: the cost alone, and less of everything. */
const cost: Profile = {
  ...load,
  name: 'cost',
  meaning: 'processor time per flow only, for work on speed',
  warmUp: 3_000,
  idle: 0.5,
  capacity: 2,
  responseTimes: 0.5,
  peopleWithCode: 0,
  flows: FLOW_NAMES.filter((flow) => flow !== 'oidc-fresh-code'),
};

export const PROFILES = { smoke, load, cost } as const;

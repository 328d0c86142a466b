import type { Config } from '#libs/config';
import type { Database } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { ChannelStates, type MailTransport } from '#libs/messaging';
import { identityServiceProbes } from './identity-service-probes.js';
import { probeFetch } from './probe-fetch.js';
import { ProbeFailed, readiness, type Probe } from './probe.js';
import { sourceProbes } from './source-probes.js';
import { certificateListener } from './sign-in-probes.js';
import { signInProbes } from './probes-of-sign-in.js';

export interface ProbeSources {
  readonly config: Config;
  readonly database: Database;
  readonly transport: Pick<MailTransport, 'answers'>;
}

/** Everything that is tried, by the addresses that people and services use. */
export function probesOf({ config, database, transport }: ProbeSources): readonly Probe[] {
  const { baseUrl, environment } = config;
  const ask = probeFetch(config);
  const aps = baseUrl.aps.replace(/\/+$/, '');
  return [
    ...signInProbes({ config, database, ask }),
    certificateListener(baseUrl.card, environment === 'production'),
    readiness('my-keys', baseUrl.sma),
    readiness('attributes', aps),
    readiness('administration', baseUrl.admin),
    { component: 'messages', run: () => mailRelay(transport) },
    { component: 'sms-centre', run: () => smsCentre(database) },
    ...sourceProbes(aps, ask),
    ...identityServiceProbes(config.identityServices, systemClock),
  ];
}

async function mailRelay(transport: Pick<MailTransport, 'answers'>): Promise<void> {
  if (!(await transport.answers())) throw new ProbeFailed('no-relay');
}

async function smsCentre(database: Database): Promise<void> {
  if ((await new ChannelStates(database).closedFor('sms')) > 0) throw new ProbeFailed('channel-closed');
}

import type { RunFigures } from '../client/messages.js';
import { flowInfo, type Budget } from '../flows/catalogue.js';
import { together } from '../measuring/cpu-meter.js';
import type { BenchResult, MeasuredFlow, SkippedFlow } from '../result.js';
import { table } from './table.js';

const CLIENT_BUSY = 0.9;

/** The figures as a page of text. */
export function reportOf(result: BenchResult): string {
  const measured = result.flows.filter((flow) => flow.kind === 'measured');
  const skipped = result.flows.filter((flow) => flow.kind === 'skipped');
  return [
    '',
    circumstances(result),
    'Cost: processor milliseconds per flow at capacity, audit committed, idle time taken off (median round; lowest and highest round)',
    table(
      ['', 'FAS', 'APS', 'PostgreSQL', 'together', 'rounds', 'budget', '', 'floor', 'peer', 'SQL', 'RSA'],
      measured.flatMap(costRows),
    ),
    `Capacity with ${result.profile.concurrency} at once, and response times in milliseconds at ${result.profile.share * 100} % of it`,
    table(
      [
        '',
        'flows/s',
        'p50',
        'p95',
        'p99',
        'at/s',
        'p50',
        'p95',
        'p99',
        'pages p95',
        'token, userinfo p95',
        'norms',
        'client',
      ],
      measured.map(timeRow),
    ),
    ...skipped.map(skippedLine),
    ...(measured.some(({ profile }) => profile) ? [measured.map(profileOf).join('\n\n')] : []),
    'SQL statements per flow, all processes',
    measured.map(statementsOf).join('\n'),
    '',
  ].join('\n\n');
}

function circumstances({ machine, pinning, hash, postgres, profile, bench, at }: BenchResult): string {
  const { server_version: version, fsync, synchronous_commit: commit, disk } = postgres;
  const place = pinning
    ? `FAS, APS and PostgreSQL on core ${pinning.servers}, the client on core ${pinning.client}`
    : 'client and servers share all cores';
  return [
    `${bench} (${profile.name}) at ${at}`,
    `${machine.processor}, ${machine.cores} cores, ${machine.memoryGigabytes} GB, ${machine.system}, Node ${machine.node}; load before: ${machine.loadBefore.toFixed(1)}`,
    `${place}; one FAS process`,
    `PostgreSQL ${version}: fsync ${fsync}, synchronous_commit ${commit} (audit and keys; off for protocol state), full_page_writes ${postgres.full_page_writes}, data on ${disk}`,
    `argon2id ${hash.parameters}: ${ms(hash.milliseconds)} ms of processor time per check`,
  ].join('\n');
}

function costRows({ flow, cpu, statements, costs, yardstick, withoutHash }: MeasuredFlow): string[][] {
  const { title, budget, withoutHash: budgetWithout } = flowInfo(flow);
  const count = statements?.reduce((sum, { perFlow }) => sum + perFlow, 0);
  const queries = count === undefined ? '' : count.toFixed(1);
  if (cpu === undefined) return [[title, '–', '–', '–', '–', '', '', '', '', '', queries, '']];
  const all = together(cpu);
  const rows = [
    [
      title,
      ms(cpu.fas),
      ms(cpu.aps),
      ms(cpu.postgres),
      ms(all),
      spread(costs),
      ...judged(all, budget),
      queries,
      ms(yardstick),
    ],
  ];
  if (withoutHash === undefined) return rows;
  const { fas, aps, postgres } = withoutHash.cpu;
  const rest = together(withoutHash.cpu);
  const parts = [fas, aps, postgres, rest].map(ms);
  return [
    ...rows,
    [
      '  without the password hash',
      ...parts,
      spread(withoutHash.costs),
      ...judged(rest, budgetWithout),
      '',
      '',
    ],
  ];
}

const spread = (costs: readonly number[]): string => `${ms(Math.min(...costs))}–${ms(Math.max(...costs))}`;

function judged(milliseconds: number, budget: Budget | undefined): [string, string, string, string] {
  if (budget === undefined) return ['', '', '', ''];
  const met = milliseconds <= budget.milliseconds ? 'met' : 'NOT MET';
  const { floor, peer } = budget;
  return [
    ms(budget.milliseconds),
    met,
    ...[floor, peer].map((known) => (known === undefined ? '' : ms(known))),
  ] as [string, string, string, string];
}

/** For 95 % of requests, in milliseconds: the norms of the service for people and for applications. */
const NORMS = { pages: 2_000, application: 100 };
const APPLICATION = new Set(['token', 'userinfo', 'jwks', 'discovery', 'saml-metadata']);

function timeRow({ flow, flowsPerSecond, capacity, responseTimes }: MeasuredFlow): string[] {
  const pages = slowest(responseTimes, (label) => !APPLICATION.has(label));
  const application = slowest(responseTimes, (label) => APPLICATION.has(label));
  const met = (pages ?? 0) < NORMS.pages && (application ?? 0) < NORMS.application;
  const clientShare = capacity.clientCpu / 1000 / capacity.seconds;
  return [
    flowInfo(flow).title,
    flowsPerSecond.toFixed(flowsPerSecond < 100 ? 1 : 0),
    ...threeTimes(capacity),
    (responseTimes.flows / responseTimes.seconds).toFixed(1),
    ...threeTimes(responseTimes),
    ...[pages, application].map((time) => (time === undefined ? '' : ms(time))),
    met ? 'met' : 'NOT MET',
    `${(clientShare * 100).toFixed(0)} %${clientShare > CLIENT_BUSY ? ' (busy!)' : ''}`,
  ];
}

const threeTimes = ({ times: { p50, p95, p99 } }: RunFigures): string[] => [p50, p95, p99].map(ms);

/** The 95th percentile of the slowest kind of request among these. */
function slowest({ requests }: RunFigures, among: (label: string) => boolean): number | undefined {
  const times = Object.entries(requests).flatMap(([label, { p95 }]) => (among(label) ? [p95] : []));
  return times.length === 0 ? undefined : Math.max(...times);
}

const skippedLine = ({ flow, reason }: SkippedFlow): string => `Skipped: ${flowInfo(flow).title}. ${reason}`;

function statementsOf({ flow, statements = [] }: MeasuredFlow): string {
  const lines = statements.map(
    ({ statement, perFlow, milliseconds }) =>
      `  ${perFlow.toFixed(2).padStart(6)} × ${statement}  (${ms(milliseconds)} ms)`,
  );
  return [flowInfo(flow).title, ...lines].join('\n');
}

function profileOf({ flow, profile }: MeasuredFlow): string {
  const lines = (name: string, shares: readonly { name: string; share: number }[] = []) => [
    `  ${name}`,
    ...shares.map(({ name: of, share }) => `  ${(share * 100).toFixed(1).padStart(6)} %  ${of}`),
  ];
  return [
    `Where FAS spends its time: ${flowInfo(flow).title}`,
    ...lines('by part', profile?.parts),
    ...lines('by function', profile?.functions),
  ].join('\n');
}

const ms = (milliseconds: number): string => milliseconds.toFixed(milliseconds < 10 ? 2 : 1);

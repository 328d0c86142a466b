import { APP_ROLES, column, grant, migration, table } from '#libs/database';

const probeState = table(
  'operations.probe_state',
  'What each place that probes has seen lately',
  {
    component: column('text not null', 'internal', 'what was probed'),
    vantage: column('text not null', 'internal', 'name of the place'),
    failures: column('integer not null', 'internal', 'failures in a row, up to now'),
    successes: column('integer not null', 'internal', 'successes in a row, up to now'),
    since: column('timestamptz not null', 'internal', 'when that row began'),
    last_at: column('timestamptz not null', 'internal', 'last probe'),
    problem: column('text', 'internal', 'code of the last failure'),
    milliseconds: column('integer not null', 'internal', 'how long the last probe took'),
  },
  { constraints: ['primary key (component, vantage)'] },
);

const availabilityHour = table(
  'operations.availability_hour',
  'Every minute that was probed, one bit each',
  {
    component: column('text not null', 'internal', 'what was probed'),
    vantage: column('text not null', 'internal', 'name of the place'),
    hour: column('timestamptz not null', 'internal', 'start of the hour'),
    seen: column('bigint not null', 'internal', 'bit n: minute n was probed'),
    failed: column('bigint not null', 'internal', 'bit n: a probe failed in minute n'),
  },
  { constraints: ['primary key (component, hour, vantage)'] },
);

const responseHour = table(
  'operations.response_hour',
  'How fast every app answered, hour by hour, all its processes together',
  {
    hour: column('timestamptz not null', 'internal', 'start of the hour'),
    app: column('text not null', 'internal', 'which app'),
    interface: column("text not null check (interface in ('user', 'application'))", 'internal', 'which norm'),
    requests: column('bigint not null', 'internal', 'requests answered'),
    within_norm: column('bigint not null', 'internal', 'of these, answered within the norm'),
    by_minute: column('integer[] not null', 'internal', 'requests in each minute of the hour'),
  },
  { constraints: ['primary key (hour, app, interface)'] },
);

export const measuresMigrations = [
  migration('Measures', 601, {
    up: [
      ...probeState,
      ...availabilityHour,
      ...responseHour,
      ...['probe_state', 'availability_hour'].map((name) =>
        grant(['csam_admin', 'csam_worker'], 'select, insert, update', `operations.${name}`),
      ),
      grant(APP_ROLES, 'select, insert, update', 'operations.response_hour'),
    ],
    down: ['response_hour', 'availability_hour', 'probe_state'].map(
      (name) => `drop table operations.${name}`,
    ),
  }),
];

import { column, grant, migration, table } from '#libs/database';

const counted = {
  application: column('text not null', 'internal', 'identifier of the application'),
  what: column('text not null', 'internal', 'signed-in, went-on, started, refused, proof-refused, …'),
  key: column("text not null default ''", 'internal', 'digital key, where there is one'),
  level: column('integer not null default 0', 'internal', 'level reached, where there is one'),
  reason: column("text not null default ''", 'internal', 'why, or how long: the word of the audit record'),
  count: column('integer not null', 'internal', 'how often'),
};

const usageHour = table(
  'operations.usage_hour',
  'What the audit record says of each application, counted by hour; made anew from it and forgotten after two months',
  {
    hour: column('timestamptz not null', 'internal', 'start of the hour'),
    ...counted,
    counted_at: column('timestamptz not null default now()', 'internal', 'when it was counted'),
  },
  { constraints: ['primary key (application, hour, what, key, level, reason)'] },
);

const usageDay = table(
  'operations.usage_day',
  'The same by day of the Belgian calendar; kept',
  { day: column('date not null', 'internal', 'the day'), ...counted },
  { constraints: ['primary key (application, day, what, key, level, reason)'] },
);

const usageProgress = table('operations.usage_progress', 'How far the audit record was counted', {
  one: column('boolean primary key default true check (one)', 'internal', 'there is one row'),
  counted_until: column('timestamptz not null', 'internal', 'records before this moment were counted'),
});

const responseDay = table(
  'operations.application_response_day',
  'How fast FAS answered on behalf of each application, by day of the Belgian calendar',
  {
    application: column('text not null', 'internal', 'identifier of the application'),
    day: column('date not null', 'internal', 'the day'),
    interface: column("text not null check (interface in ('user', 'application'))", 'internal', 'which norm'),
    requests: column('bigint not null', 'internal', 'requests answered'),
    within_norm: column('bigint not null', 'internal', 'of these, answered within the norm'),
  },
  { constraints: ['primary key (application, day, interface)'] },
);

export const usageMigrations = [
  migration('Usage', 830, {
    up: [
      ...usageHour,
      'create index usage_hour_hour on operations.usage_hour (hour)',
      'create index usage_hour_counted on operations.usage_hour (counted_at)',
      ...usageDay,
      'create index usage_day_day on operations.usage_day (day)',
      ...usageProgress,
      ...['usage_hour', 'usage_day'].flatMap((name) => [
        grant('csam_admin', 'select', `operations.${name}`),
        grant('csam_worker', 'select, insert, delete', `operations.${name}`),
      ]),
      grant('csam_admin', 'select', 'operations.usage_progress'),
      grant('csam_worker', 'select, insert, update', 'operations.usage_progress'),
    ],
    down: ['usage_progress', 'usage_day', 'usage_hour'].map((name) => `drop table operations.${name}`),
  }),
  migration('ApplicationResponses', 832, {
    up: [
      ...responseDay,
      grant('csam_fas', 'select, insert, update', 'operations.application_response_day'),
      grant('csam_admin', 'select', 'operations.application_response_day'),
    ],
    down: ['drop table operations.application_response_day'],
  }),
];

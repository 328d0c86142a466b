import { APP_ROLES, column, grant, migration, schema, table } from '#libs/database';

/**
 * Makes the partitions of this month and the following ones. Runs with its owner's rights, so that an app may
 * call it without being allowed to make tables.
 */
const ENSURE_PARTITIONS = `
create function audit.ensure_partitions(months_ahead integer default 2) returns void
language plpgsql security definer set search_path = pg_catalog, audit as $$
declare
  month date;
begin
  perform pg_advisory_xact_lock(hashtextextended('audit.ensure_partitions', 0));
  for ahead in 0 .. least(months_ahead, 24) loop
    month := (date_trunc('month', now() at time zone 'UTC') + make_interval(months => ahead))::date;
    if to_regclass(format('audit.event_%s', to_char(month, 'YYYYMM'))) is null then
      execute format(
        'create table audit.event_%s partition of audit.event for values from (%L) to (%L)',
        to_char(month, 'YYYYMM'),
        to_char(month, 'YYYY-MM-DD') || ' 00:00:00+00',
        to_char(month + interval '1 month', 'YYYY-MM-DD') || ' 00:00:00+00');
    end if;
  end loop;
end $$`;

export const auditMigrations = [
  migration('AuditTables', 200, {
    up: [
      ...schema('audit', ...APP_ROLES),
      ...table(
        'audit.event',
        'What happened: one record per event, never changed. Partitioned by month; retention drops whole months',
        {
          id: column('uuid not null', 'internal', 'UUID version 7: sorts by time'),
          occurred_at: column('timestamptz not null', 'internal', 'when it happened'),
          name: column('text not null', 'internal', 'name in the event catalogue'),
          reference: column('text not null', 'internal', 'reference of the request, as shown on pages'),
          subject: column('text', 'personal', 'FedID of the person whom it concerns'),
          actor: column(
            'text',
            'personal',
            'who did it when that is not the subject: FedID, or client of an application',
          ),
          application: column('text', 'internal', 'application on whose behalf'),
          agency: column('text', 'internal', 'enterprise number of the agency concerned'),
          address: column('cidr', 'personal', 'network from which it came, /24 or /48'),
          data: column(
            'jsonb not null',
            'personal',
            'the fields of the catalogue; no number, mail address or secret',
          ),
        },
        { constraints: ['primary key (id, occurred_at)'], suffix: 'partition by range (occurred_at)' },
      ),
      'create index on audit.event (reference)',
      'create index on audit.event (subject, occurred_at)',
      'create index on audit.event (occurred_at)',
      // Takes what no month takes, so that a forgotten partition never stops a sign-in.
      'create table audit.event_other partition of audit.event default',
      ENSURE_PARTITIONS,
      'revoke all on function audit.ensure_partitions from public',
      'grant execute on function audit.ensure_partitions to csam_worker',
      'select audit.ensure_partitions()',
      grant(APP_ROLES, 'select, insert', 'audit.event'),
    ],
    down: ['drop schema audit cascade'],
  }),
];

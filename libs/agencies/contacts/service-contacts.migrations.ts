import { addColumn, column, grant, migration, table } from '#libs/database';

const contact = table('agencies.service_contact', 'Whom CSAM writes to about an online service', {
  id: column('uuid primary key', 'internal', 'Stays the same whatever the address becomes'),
  agency: column('text not null references agencies.agency', 'public', 'Whose service it is'),
  service: column('uuid not null', 'internal', 'The service, in whatever environment'),
  role: column('text not null', 'internal', 'business, technical, security, billing, outage'),
  address: column('text not null', 'sensitive', 'Mail address, encrypted'),
  language: column('text not null', 'internal', 'Language of the mails'),
});

const service = addColumn(
  'agencies.application',
  'service',
  column(
    'uuid',
    'internal',
    'The online service that it is in one environment; none when an operator added it',
  ),
);

const undeliverable = addColumn(
  'agencies.service_contact',
  'undeliverable_since',
  column(
    'timestamptz',
    'internal',
    'When mail to this address came back; nothing is sent there until it is given again',
  ),
);

export const serviceContactsMigrations = [
  migration('ServiceContacts', 821, {
    up: [
      ...contact,
      'create unique index service_contact_role on agencies.service_contact (service, role)',
      ...service,
      'create index application_service on agencies.application (service) where service is not null',
      grant('csam_admin', 'select, insert, update, delete', 'agencies.service_contact'),
      grant('csam_worker', 'select', 'agencies.service_contact'),
    ],
    down: ['alter table agencies.application drop column service', 'drop table agencies.service_contact'],
  }),
  migration('ReturnedServiceContacts', 3261, {
    up: [...undeliverable, grant('csam_worker', 'update (undeliverable_since)', 'agencies.service_contact')],
    down: ['alter table agencies.service_contact drop column undeliverable_since'],
  }),
];

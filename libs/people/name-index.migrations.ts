import { column, grant, migration, table } from '#libs/database';

export const nameIndexMigrations = [
  migration('NameIndex', 955, {
    up: [
      ...table(
        'people.name_index',
        'By what name and date of birth the service desk finds a person',
        {
          fed_id: column('text not null references people.person', 'internal', 'The person'),
          name_index: column('text not null', 'internal', 'Keyed hash of surname and date of birth'),
        },
        { constraints: ['primary key (name_index, fed_id)'] },
      ),
      'create index name_index_fed_id on people.name_index (fed_id)',
      grant('csam_admin', 'select, insert', 'people.name_index'),
      grant('csam_sma', 'select, insert, delete', 'people.name_index'),
    ],
    down: ['drop table people.name_index'],
  }),
];

import { migration } from '#libs/database';

export const eidMigrations = [
  migration('Eid', 351, {
    // Cards follow each other, the key of the person stays.
    up: [`create unique index digital_key_one_eid on digital_keys.digital_key (fed_id) where kind = 'eid'`],
    down: ['drop index digital_keys.digital_key_one_eid'],
  }),
];

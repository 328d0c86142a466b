import { expect, it } from 'vitest';
import { statementName } from './statement-name.js';

it.each([
  ['select id from operations.contact where address = $1', 'select operations.contact'],
  ["insert into audit.event (id) values ('x') returning id", 'insert audit.event'],
  ['\n  update fas.journey set state = $2 where id = $1', 'update fas.journey'],
  ['delete from fas.session', 'delete fas.session'],
  ['with old as (select id from fas.journey) delete from fas.journey', 'select fas.journey'],
  ['begin; set local synchronous_commit to off', 'begin'],
  ['commit', 'commit'],
  ['select 1', 'select'],
  ['vacuum', 'statement'],
  ["select 'from secret.value85073003328'", 'select'],
])('%j is called %j', (sql, name) => {
  expect(statementName(sql)).toBe(name);
});

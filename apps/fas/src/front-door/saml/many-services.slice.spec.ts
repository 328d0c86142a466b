import { afterAll, beforeAll, expect, it } from 'vitest';
import { ApplicationsStore } from '#libs/agencies';
import type { Queryable } from '#libs/database';
import { systemClock } from '#libs/kernel';
import { RelyingParties } from '../../relying-parties/relying-parties.js';
import { ServiceProviders } from './service-providers.js';
import { SpecExchange } from './test-support/spec-exchange.js';

const MANY = 3_000;

let my: SpecExchange;
beforeAll(async () => {
  my = await SpecExchange.start();
  const { database } = my.fas.database;
  await database.query('alter table agencies.application disable trigger application_changed');
  await database.query(
    `insert into agencies.application
     select copy.* from agencies.application a, generate_series(1, ${MANY}) n,
            jsonb_populate_record(null::agencies.application, to_jsonb(a) || jsonb_build_object(
              'id', gen_random_uuid(),
              'saml', replace(a.saml::text, $2, 'https://service-' || n || '.example')::jsonb)) copy
      where a.saml->>'entityId' = $1`,
    [my.service.entityId, 'https://service.example'],
  );
});
afterAll(() => my.fas.close());

/** The database, with every statement that goes to it. */
function watched(database: Queryable): { readonly database: Queryable; readonly statements: string[] } {
  const statements: string[] = [];
  return {
    statements,
    database: {
      query: (sql, params) => {
        statements.push(sql);
        return database.query(sql, params);
      },
      prepared: (name, sql, params) => {
        statements.push(sql);
        return database.prepared(name, sql, params);
      },
      write: (name, sql, params) => {
        statements.push(sql);
        return database.write(name, sql, params);
      },
      read: (name, sql, params) => {
        statements.push(sql);
        return database.read(name, sql, params);
      },
    },
  };
}

it('SM-5 three thousand services are read in one statement, and any of them is found without another', async () => {
  const { database, statements } = watched(my.fas.services.database);
  const parties = new RelyingParties(new ApplicationsStore(database));
  await parties.start({ listen: async () => async () => undefined });
  expect([parties.all().length >= MANY, statements.length]).toEqual([true, 1]);
  const providers = new ServiceProviders(parties, systemClock);
  for (const n of [1, 1_500, MANY]) {
    const entityId = my.service.entityId.replace('service.', `service-${n}.`);
    const found = await providers.find(entityId);
    expect(found).toMatchObject({ kind: 'found', party: { entityId } });
  }
  expect(statements).toHaveLength(1);
  await parties.stop();
});

import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AttributeResult } from '#libs/attributes';
import { INVENTED_NUMBER, OTHER_NUMBER } from '../sources/national-register/test-support/recorded-answers.js';
import { asking, publicationWorld, type PublicationWorld } from './test-support/publication-world.js';
import type { PublicationOutcome } from './publication.service.js';

let world: PublicationWorld;
beforeAll(async () => {
  world = await publicationWorld();
});
afterEach(() => world.registerDoes(undefined));
afterAll(() => world.close());

function results(outcome: PublicationOutcome): Record<string, AttributeResult> {
  if (outcome.kind !== 'published') throw new Error(`refused: ${outcome.reason}`);
  return Object.fromEntries(outcome.answer.attributes.map((result) => [result.name, result]));
}

describe('the publication of attributes', () => {
  it('gives what is asked and authorised, with source, trust and time', async () => {
    const [person, application] = [await world.person(), await world.application()];
    const request = asking('egovNRN', 'givenName', 'surname', 'mail', 'prefLanguage', 'fedid');
    const given = results(await world.service.publish(world.caller(person, application), request, 'REF-1'));
    const retrievedAt = '2026-06-15T10:00:00.000Z';
    const value = (name: string, text: string, source: string, trust: string) =>
      expect(given[name]).toEqual({ name, status: 'given', value: text, source, trust, retrievedAt });
    value('egovNRN', INVENTED_NUMBER, 'identity', 'established');
    value('fedid', person, 'identity', 'established');
    value('givenName', 'Zénobie Ernestine', 'national-register', 'authentic-source');
    value('surname', "D'Hondt & Zonen", 'national-register', 'authentic-source');
    value('mail', `${person}@example.be`, 'contact-data', 'declared-and-confirmed');
    value('prefLanguage', 'fr', 'contact-data', 'declared');
  });

  it('refuses silently per attribute what the application may not have (OG-6), and gives the rest', async () => {
    const [person, application] = [await world.person(), await world.application({}, ['surname'])];
    const request = asking('egovNRN', 'surname', 'shoeSize');
    const given = results(await world.service.publish(world.caller(person, application), request, 'REF-2'));
    expect(given['surname']).toMatchObject({ status: 'given' });
    expect(given['egovNRN']).toEqual({ name: 'egovNRN', status: 'refused', reason: 'not-authorised' });
    expect(given['shoeSize']).toEqual({ name: 'shoeSize', status: 'refused', reason: 'unknown-attribute' });
  });

  it('gives nothing of the register any more once the authorisation is withdrawn (OG-7)', async () => {
    const [person, application] = [await world.person(), await world.application()];
    const ask = async () =>
      results(await world.service.publish(world.caller(person, application), asking('egovNRN'), 'REF-3'))[
        'egovNRN'
      ];
    expect(await ask()).toMatchObject({ status: 'given' });
    await world.database.query(
      `update agencies.application set basis_valid_until = '2026-06-14' where id = $1`,
      [application],
    );
    expect(await ask()).toMatchObject({ status: 'refused', reason: 'legal-basis-not-valid-today' });
  });

  it('does not ask the register when nothing of it was granted', async () => {
    const [person, application] = [await world.person(), await world.application({}, ['mail'])];
    const before = world.requestsToRegister.length;
    await world.service.publish(
      world.caller(person, application),
      asking('mail', 'surname', 'givenName'),
      'REF-4',
    );
    expect(world.requestsToRegister.length).toBe(before);
  });

  it('asks the register once for all its attributes, under the id of the consultation (PR-8)', async () => {
    const [person, application] = [await world.person(), await world.application()];
    const before = world.requestsToRegister.length;
    const caller = world.caller(person, application);
    const outcome = await world.service.publish(caller, asking('surname', 'givenName'), 'REF-5');
    expect(world.requestsToRegister.length).toBe(before + 1);
    const id = outcome.kind === 'published' ? outcome.answer.reference : '';
    expect(world.requestsToRegister.at(-1)).toContain(`<head:messageId>${id}</head:messageId>`);
  });

  it('answers without the register when that hangs, and never with old values (RF-7)', async () => {
    const [person, application] = [await world.person(), await world.application()];
    const ask = async () =>
      results(
        await world.service.publish(world.caller(person, application), asking('surname', 'mail'), 'REF-6'),
      );
    expect((await ask())['surname']).toMatchObject({ status: 'given' });
    world.registerDoes(() => () => undefined);
    const partial = await ask();
    expect(partial['surname']).toEqual({ name: 'surname', status: 'unavailable', reason: 'timeout' });
    expect(partial['mail']).toMatchObject({ status: 'given' });
  });

  it('gives a self-registered person no number and no register data', async () => {
    const person = await world.person({ withNumber: false, enrolment: 'self' });
    const given = results(
      await world.service.publish(
        world.caller(person, await world.application()),
        asking('egovNRN', 'surname', 'mail'),
        'REF-7',
      ),
    );
    expect(given['egovNRN']).toMatchObject({ status: 'refused', reason: 'self-registered' });
    expect(given['surname']).toMatchObject({ status: 'refused', reason: 'self-registered' });
    expect(given['mail']).toMatchObject({ status: 'given' });
  });
});

describe('a question that is refused as a whole', () => {
  it.each<[string, () => Promise<[string, string]>, string]>([
    ['for an unknown application', async () => [await world.person(), 'not-there'], 'application-unknown'],
    [
      'for a suspended application',
      async () => [await world.person(), await suspended()],
      'application-not-active',
    ],
    ['about an unknown person', async () => ['cd'.repeat(20), await world.application()], 'person-unknown'],
    [
      'about a deceased person',
      async () => [await deceased(), await world.application()],
      'person-not-active',
    ],
  ])('%s: recorded, and the register not asked', async (_, who, reason) => {
    const [person, application] = await who();
    const before = world.requestsToRegister.length;
    const caller = world.caller(person as never, application);
    const reference = `REF-${reason}`;
    expect(await world.service.publish(caller, asking('surname'), reference)).toEqual({
      kind: 'refused',
      reason,
    });
    expect(world.requestsToRegister.length).toBe(before);
    expect(await world.audit.byReference(reference)).toMatchObject([
      { name: 'AttributeRequestRefused', data: { reason } },
    ]);
  });

  it('takes a token for one consultation only', async () => {
    const caller = world.caller(await world.person(), await world.application());
    expect((await world.service.publish(caller, asking('mail'), 'REF-8')).kind).toBe('published');
    expect(await world.service.publish(caller, asking('egovNRN'), 'REF-9')).toEqual({
      kind: 'refused',
      reason: 'token-used',
    });
  });

  async function suspended(): Promise<string> {
    const id = await world.application();
    await world.applications.setState(id, 'suspended');
    return id;
  }

  async function deceased() {
    const person = await world.person();
    await world.people.setState(person, 'deceased');
    return person;
  }
});

describe('the record of a consultation', () => {
  it('says who asked, for whom, which attributes, on what ground and with what result, and holds no value', async () => {
    const [person, application] = [await world.person(), await world.application({}, ['surname', 'mail'])];
    await world.service.publish(world.caller(person, application), asking('surname', 'egovNRN'), 'REF-10');
    const [row] = await world.database.query<Record<string, unknown>>(
      'select * from aps.consultation where application = $1',
      [application],
    );
    expect(row).toMatchObject({
      subject: person,
      agency: '0671516647',
      purpose: 'sign-in',
      context: 'citizen',
      legal_basis_kind: 'RR_21_2015',
      reference: 'REF-10',
      results: [
        { name: 'surname', status: 'given', source: 'national-register' },
        { name: 'egovNRN', status: 'refused', reason: 'not-authorised' },
      ],
    });
    expect(JSON.stringify(row)).not.toContain('Hondt');
    expect(await world.audit.byReference('REF-10')).toMatchObject([
      { name: 'AttributesConsulted', subject: person, data: { given: ['surname'], refused: ['egovNRN'] } },
    ]);
  });

  it('leaves no national number in clear anywhere in the database (PR-5)', async () => {
    const caller = world.caller(await world.person(), await world.application());
    await world.service.publish(caller, asking('egovNRN', 'surname'), 'REF-11');
    const tables = await world.database.query<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')`,
    );
    for (const { name } of tables) {
      const rows = await world.database.query<{ row: string }>(`select t::text as row from ${name} t`);
      const text = rows.map(({ row }) => row).join('\n');
      expect(text.includes(INVENTED_NUMBER) || text.includes(OTHER_NUMBER), name).toBe(false);
    }
  });

  it('is there before the answer: without it nothing is answered', async () => {
    const caller = world.caller(await world.person(), await world.application());
    await world.database.query('alter table aps.consultation rename to consultation_away');
    try {
      await expect(world.service.publish(caller, asking('mail'), 'REF-12')).rejects.toThrow();
    } finally {
      await world.database.query('alter table aps.consultation_away rename to consultation');
    }
  });

  it('can be added to and read by the role of the APS, and not changed', async () => {
    const rights = await world.database.query<{ right: string }>(
      `select privilege_type as right from information_schema.role_table_grants
        where grantee = 'csam_aps' and table_schema = 'aps' order by 1`,
    );
    expect(rights.map(({ right }) => right)).toEqual(['INSERT', 'SELECT']);
  });
});

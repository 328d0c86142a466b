import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AttributeResult, EnterpriseOption } from '#libs/attributes';
import type { EnterpriseNumber, FedId } from '#libs/kernel';
import { publicationWorld, type PublicationWorld } from './test-support/publication-world.js';
import type { PublicationOutcome } from './publication.service.js';

const BAKERY = '0999900150' as EnterpriseNumber;
const LAUNDRY = '0999900249';
const UNIT = '2999900192';
const OF_ENTERPRISE = ['enterpriseNumber', 'enterpriseName', 'establishmentNumber', 'roles'];
const ALL = [...OF_ENTERPRISE, 'representativeOf', 'surname'];

let world: PublicationWorld;
let person: FedId;
let application: string;
beforeAll(async () => {
  world = await publicationWorld();
  await world.database.query(
    `insert into enterprises.enterprise (number, active, type, extract) values ($1, true, '2', 1)`,
    [BAKERY],
  );
  await world.database.query(
    `insert into enterprises.denomination (entity, kind, language, name, extract)
     values ($1, '001', 'nl', 'Bakkerij', 1), ($1, '001', 'fr', 'Boulangerie', 1)`,
    [BAKERY],
  );
  person = await world.person();
  application = await world.application(
    { contexts: ['citizen', 'enterprise'], attributes: ALL.map((name) => ({ name, mandatory: false })) },
    ALL,
  );
});
afterEach(() => {
  for (const party of [world.functions, world.roles]) {
    party.does(undefined);
    party.gives({ functions: [], roles: [] });
  }
});
afterAll(() => world.close());

const managing = {
  functions: [{ enterpriseNumber: BAKERY, description: 'Manager', validFrom: '2020-01-01' }],
};

async function ask(attributes: string[], enterprise?: object) {
  const body = { attributes, context: 'enterprise', language: 'fr', ...(enterprise && { enterprise }) };
  return results(await world.service.publish(world.caller(person, application), body, 'REF-E'));
}

function results(outcome: PublicationOutcome): Record<string, AttributeResult> {
  if (outcome.kind !== 'published') throw new Error(`refused: ${outcome.reason}`);
  return Object.fromEntries(outcome.answer.attributes.map((result) => [result.name, result]));
}

async function list(
  reference = 'REF-L',
): Promise<{ enterprises: readonly EnterpriseOption[]; unavailable: readonly string[] }> {
  const outcome = await world.enterprises.publish(
    world.caller(person, application),
    { language: 'fr' },
    reference,
  );
  if (outcome.kind !== 'published') throw new Error(`refused: ${outcome.reason}`);
  return outcome.answer;
}

describe('the enterprise for which somebody signs in', () => {
  it('goes out with name and roles, by KBO and role administration together', async () => {
    world.functions.gives(managing);
    const role = {
      name: 'Boekhouder',
      application: 'tax',
      enterpriseNumber: BAKERY,
      validUntil: '2027-01-01',
    };
    world.roles.gives({ roles: [role] });
    const given = await ask(OF_ENTERPRISE, { number: BAKERY });
    expect(given['enterpriseNumber']).toMatchObject({
      status: 'given',
      value: BAKERY,
      trust: 'authentic-source',
    });
    expect(given['enterpriseName']).toMatchObject({ status: 'given', value: 'Boulangerie' });
    expect(given['establishmentNumber']).toMatchObject({ status: 'unavailable', reason: 'no-value' });
    const roles = given['roles'];
    expect(roles?.status === 'given' && JSON.parse(roles.value)).toEqual([
      { name: 'Manager', enterpriseNumber: BAKERY, source: 'KBO' },
      { ...role, source: 'RMA' },
    ]);
  });

  it('is asked of each party once, under the consultation and on its ground (PR-8)', async () => {
    world.functions.gives(managing);
    const before = world.functions.questions.length;
    await ask(OF_ENTERPRISE, { number: BAKERY });
    expect(world.functions.questions).toHaveLength(before + 1);
    expect(world.functions.questions.at(-1)?.context).toMatchObject({
      onBehalfOf: '0671516647',
      legalBasis: expect.stringContaining('RR 21/2015'),
      purpose: 'sign-in',
    });
  });

  it('is not told without one that was chosen, nor to a sign-in as a citizen', async () => {
    expect(await ask(['enterpriseNumber'])).toMatchObject({
      enterpriseNumber: { status: 'refused', reason: 'no-enterprise-chosen' },
    });
    const asCitizen = { attributes: ['enterpriseNumber'], context: 'citizen', language: 'fr' };
    const caller = () => world.caller(person, application);
    expect(results(await world.service.publish(caller(), asCitizen, 'REF-C'))).toMatchObject({
      enterpriseNumber: { status: 'refused', reason: 'context' },
    });
    const smuggled = { ...asCitizen, enterprise: { number: BAKERY } };
    expect(await world.service.publish(caller(), smuggled, 'REF-C')).toMatchObject({
      kind: 'refused',
      reason: 'question-malformed',
    });
  });

  it.each([
    ['without a mandate', {}],
    ['with a mandate in another', { functions: [{ enterpriseNumber: LAUNDRY, description: 'Manager' }] }],
    [
      'with one that ended (LE-9)',
      { functions: [{ enterpriseNumber: BAKERY, description: 'Manager', validUntil: '2026-06-14' }] },
    ],
    [
      'with one that has not begun',
      { functions: [{ enterpriseNumber: BAKERY, description: 'Manager', validFrom: '2026-06-16' }] },
    ],
  ])('is refused to somebody %s', async (_, functions) => {
    world.functions.gives({ functions: [], ...functions });
    expect(await ask(['enterpriseNumber', 'roles'], { number: BAKERY })).toMatchObject({
      enterpriseNumber: { status: 'unavailable', reason: 'no-mandate' },
      roles: { status: 'unavailable', reason: 'no-mandate' },
    });
  });

  it('may be one unit, when the role holds there only', async () => {
    const role = { name: 'Boekhouder', enterpriseNumber: BAKERY, establishmentNumber: UNIT };
    world.roles.gives({ roles: [role] });
    expect(await ask(OF_ENTERPRISE, { number: BAKERY, establishment: UNIT })).toMatchObject({
      establishmentNumber: { status: 'given', value: UNIT },
    });
    expect(await ask(['enterpriseNumber'], { number: BAKERY })).toMatchObject({
      enterpriseNumber: { reason: 'no-mandate' },
    });
  });
});

describe('when a party does not answer', () => {
  it.each<[string, (party: PublicationWorld['functions']) => void]>([
    ['an error', (party) => party.does((_, response) => void response.writeHead(503).end())],
    ['a broken connection', (party) => party.does((request) => void request.socket.destroy())],
    ['garbage', (party) => party.does((_, response) => void response.end('{"x'))],
    ['another form', (party) => party.gives({ weather: 'sunny', functions: undefined })],
    ['another person', (party) => party.gives({ ...managing, personNumber: '17073003384' })],
    ['one item that makes no sense', (party) => party.gives({ functions: [{ enterpriseNumber: '1' }] })],
  ])('by %s, nothing is concluded from its silence', async (_, fails) => {
    fails(world.functions);
    const asked = await ask(['enterpriseNumber', 'representativeOf:0999900150'], { number: BAKERY });
    expect(asked['enterpriseNumber']).toMatchObject({ status: 'unavailable' });
    expect(asked['enterpriseNumber']).not.toMatchObject({ reason: 'no-mandate' });
    expect(asked['representativeOf:0999900150']).toMatchObject({ status: 'unavailable' });
    expect((await list()).unavailable).toEqual(['enterprise-register']);
  });

  it('the other one still counts for the enterprise, and roles are not given in part', async () => {
    world.functions.gives(managing);
    world.roles.does((_, response) => void response.writeHead(500).end());
    expect(await ask(['enterpriseNumber', 'roles'], { number: BAKERY })).toMatchObject({
      enterpriseNumber: { status: 'given' },
      roles: { status: 'unavailable', reason: 'source-error' },
    });
  });

  it('is counted, for the ceiling of the whole', async () => {
    world.calls.length = 0;
    world.roles.does((_, response) => void response.writeHead(500).end());
    await list();
    expect(world.calls).toEqual(
      expect.arrayContaining([
        { party: 'enterprise-register', answered: true },
        { party: 'roles', answered: false },
      ]),
    );
  });
});

describe('whether somebody represents an enterprise', () => {
  it('is yes by a function in the KBO, no without, and a role is no function', async () => {
    world.functions.gives(managing);
    world.roles.gives({ roles: [{ name: 'Boekhouder', enterpriseNumber: LAUNDRY }] });
    const names = [`representativeOf:${BAKERY}`, `representativeOf:${LAUNDRY}`, 'representativeOf:12'];
    expect(await ask(names)).toMatchObject({
      [names[0] ?? '']: { status: 'given', value: 'true' },
      [names[1] ?? '']: { status: 'given', value: 'false' },
      [names[2] ?? '']: { status: 'refused', reason: 'unknown-attribute' },
    });
  });
});

describe('the list to choose from', () => {
  it('holds each enterprise and unit once, with why, and is recorded for the person', async () => {
    world.functions.gives(managing);
    world.roles.gives({
      roles: [
        { name: 'Boekhouder', enterpriseNumber: BAKERY },
        { name: 'Boekhouder', enterpriseNumber: BAKERY, establishmentNumber: UNIT },
      ],
    });
    const { enterprises } = await list('REF-RECORDED');
    expect(enterprises).toEqual([
      {
        number: BAKERY,
        name: 'Boulangerie',
        mandates: [
          { kind: 'function', name: 'Manager' },
          { kind: 'role', name: 'Boekhouder' },
        ],
      },
      {
        number: BAKERY,
        name: 'Boulangerie',
        establishment: UNIT,
        mandates: [{ kind: 'role', name: 'Boekhouder' }],
      },
    ]);
    const [row] = await world.database.query<{ results: { name: string; source: string }[] }>(
      `select results from aps.consultation where reference = 'REF-RECORDED'`,
    );
    expect(row?.results.map(({ name, source }) => [name, source])).toEqual([
      ['enterpriseNumber', 'enterprise-register'],
      ['roles', 'roles'],
    ]);
  });

  it.each([
    ['an application without the enterprise context', async () => world.application({}, ALL)],
    [
      'an application whose legal basis has ended',
      async () => world.application({ contexts: ['enterprise'], basis: undefined }, ALL),
    ],
  ])('is refused to %s, before a source is asked', async (_, make) => {
    const before = world.functions.questions.length;
    const caller = world.caller(person, await make());
    expect(await world.enterprises.publish(caller, { language: 'fr' }, 'REF-N')).toMatchObject({
      kind: 'refused',
      reason: 'not-entitled',
    });
    expect(world.functions.questions).toHaveLength(before);
  });

  it('is refused to a self-registered profile', async () => {
    const self = await world.person({ withNumber: false, enrolment: 'self' });
    const caller = world.caller(self, application);
    expect(await world.enterprises.publish(caller, { language: 'fr' }, 'REF-S')).toMatchObject({
      kind: 'refused',
      reason: 'not-entitled',
    });
    person = await world.person();
  });
});

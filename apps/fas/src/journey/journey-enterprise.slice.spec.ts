import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ApsClient, type EnterpriseOption } from '#libs/attributes';
import type { Application } from '#libs/agencies';
import type { EnterpriseNumber } from '#libs/kernel';
import { CompanyChoice } from './choose-company/company-choice.js';
import type { OpenedJourney } from './journey-desk.js';
import { journeyWorld, visitor, type JourneyWorld } from './test-support/journey-world.js';

const BAKERY = '0999900150' as EnterpriseNumber;
const LAUNDRY = '0999900249';
const OPTIONS: EnterpriseOption[] = [
  { number: BAKERY, name: 'Bakkerij', mandates: [{ kind: 'function', name: 'Manager' }] },
];

let world: JourneyWorld;
let application: Application;
let aps: Server;
let asked: number;
let answer: { enterprises: EnterpriseOption[]; unavailable: string[] } | undefined;
let choice: CompanyChoice;

beforeAll(async () => {
  world = await journeyWorld();
  application = await world.registered.add({
    minimumLevel: 200,
    contexts: ['citizen', 'enterprise'],
    attributes: [
      { name: 'enterpriseNumber', mandatory: false },
      { name: 'surname', mandatory: false },
    ],
  });
  aps = createServer((request, response) => {
    asked += 1;
    const subject = request.headers.authorization?.replace('Bearer ', '');
    if (answer === undefined) response.writeHead(503).end('{}');
    else response.end(JSON.stringify({ reference: 'c-1', subject, ...answer }));
  });
  await new Promise<void>((resolve) => void aps.listen(0, '127.0.0.1', resolve));
  const client = new ApsClient({
    baseUrl: `http://127.0.0.1:${(aps.address() as AddressInfo).port}`,
    token: async ({ subject }) => subject,
    breaker: { failures: 1_000, window: 1_000 },
  });
  choice = new CompanyChoice(client, world.companies, world.writer);
});
beforeEach(() => {
  world.aps.reset();
  asked = 0;
  answer = { enterprises: OPTIONS, unavailable: [] };
});
afterAll(async () => {
  aps.closeAllConnections();
  aps.close();
  await world.close();
});

const asEnterprise = () => {
  const request = world.request(application, { attributes: ['enterpriseNumber'] });
  return { ...request, requirement: { ...request.requirement, context: 'enterprise' as const } };
};

async function arrived() {
  const person = await world.person('totp');
  const session = await world.session(person, 'totp');
  const journey = await world.open(application, asEnterprise());
  const who = visitor();
  const opened = { journey, application, session, visitor: who } as OpenedJourney & {
    session: typeof session;
  };
  const goOn = async () => world.service.advance(await world.journey(journey.id), application, session, who);
  return { person, session, journey, opened, goOn, who };
}

describe('a sign-in for an enterprise', () => {
  it('asks for which one, however strong the session is, and tells no service before', async () => {
    const { session, goOn } = await arrived();
    expect(await world.service.begin(asEnterprise(), application, session, visitor())).toEqual({
      kind: 'person-needed',
    });
    expect(await goOn()).toEqual({ kind: 'choose-company' });
    expect(world.aps.questions).toEqual([]);
  });

  it('goes on with the one that was chosen, which is recorded and asked of APS', async () => {
    const { opened, goOn, journey, who, person } = await arrived();
    expect(await choice.choose(opened, BAKERY)).toBe(true);
    expect((await goOn()).kind).toBe('confirm');
    expect(world.aps.questions).toMatchObject([{ context: 'enterprise', enterprise: { number: BAKERY } }]);
    const { result } = await world.journey(journey.id);
    expect(result).toMatchObject({ context: 'enterprise', enterprise: { number: BAKERY } });
    expect(await world.audit.byReference(who.reference)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          name: 'EnterpriseChosen',
          subject: person.fedId,
          data: { journey: journey.id, enterprise: BAKERY },
        }),
      ]),
    );
  });

  it.each([LAUNDRY, '', `${BAKERY}/2999900192`, 'x', '__proto__'])(
    'takes %j for no choice, since it was not offered',
    async (value) => {
      const { opened, goOn } = await arrived();
      expect(await choice.choose(opened, value)).toBe(false);
      expect(await goOn()).toEqual({ kind: 'choose-company' });
    },
  );

  it('asks anew when somebody else signs in meanwhile: a choice is of who made it', async () => {
    const { opened, journey } = await arrived();
    await choice.choose(opened, BAKERY);
    const other = await world.session(await world.person('totp'), 'totp');
    const step = await world.service.advance(await world.journey(journey.id), application, other, visitor());
    expect(step).toEqual({ kind: 'choose-company' });
  });

  it('asks anew when the mandate has ended meanwhile (LE-9), from a list that is asked anew', async () => {
    const { opened, goOn } = await arrived();
    await choice.choose(opened, BAKERY);
    world.aps.answers('enterpriseNumber', { status: 'unavailable', reason: 'no-mandate' });
    expect(await goOn()).toEqual({ kind: 'choose-company' });
    await choice.companies(opened);
    expect(asked).toBe(2);
  });

  it('never happens to a sign-in as a citizen, nor is it carried over to the next sign-in', async () => {
    const { opened, session, goOn } = await arrived();
    await choice.choose(opened, BAKERY);
    await goOn();
    const citizen = world.request(application, { attributes: ['surname'] });
    const journey = await world.open(application, citizen);
    await world.service.advance(journey, application, session, visitor());
    expect(world.aps.questions.at(-1)).not.toHaveProperty('enterprise');
    const again = await world.open(application, asEnterprise());
    expect(await world.service.advance(again, application, session, visitor())).toEqual({
      kind: 'choose-company',
    });
  });

  it('is answered at once where no page may be shown: the person is needed', async () => {
    const { session } = await arrived();
    const passive = { ...asEnterprise(), passive: true };
    expect(await world.service.begin(passive, application, session, visitor())).toMatchObject({
      kind: 'finished',
      result: { kind: 'refused', reason: 'interaction-needed' },
    });
  });
});

describe('the list to choose from', () => {
  it('is asked once in a login, and again when a source was silent', async () => {
    const { opened } = await arrived();
    answer = { enterprises: OPTIONS, unavailable: ['roles'] };
    expect(await choice.companies(opened)).toEqual({ kind: 'known', options: OPTIONS, incomplete: true });
    answer = { enterprises: OPTIONS, unavailable: [] };
    expect(await choice.companies(opened)).toMatchObject({ incomplete: false });
    expect(await choice.companies(opened)).toMatchObject({ incomplete: false });
    expect(asked).toBe(2);
  });

  it('is not taken for empty when nobody answers', async () => {
    const { opened } = await arrived();
    answer = undefined;
    expect(await choice.companies(opened)).toEqual({ kind: 'away' });
    answer = { enterprises: [], unavailable: ['roles'] };
    expect(await choice.companies(opened)).toEqual({ kind: 'away' });
    answer = { enterprises: [], unavailable: [] };
    expect(await choice.companies(opened)).toEqual({ kind: 'known', options: [], incomplete: false });
  });

  it('holds no enterprise in clear in the database', async () => {
    const { opened, journey } = await arrived();
    await choice.companies(opened);
    const [row] = await world.owner.query<{ companies: string }>(
      'select companies from fas.journey where id = $1',
      [journey.id],
    );
    expect(row?.companies).not.toContain('Bakkerij');
  });
});

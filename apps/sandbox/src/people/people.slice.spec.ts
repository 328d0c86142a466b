import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { totpCode } from '#libs/testing';
import { runSandbox, type RunningSandbox } from '../test-support/running-sandbox.js';
import type { PersonView } from './people-view.js';

let sandbox: RunningSandbox;
let people: readonly PersonView[];
beforeAll(async () => {
  sandbox = await runSandbox();
  people = (await sandbox.json('/people.json')) as PersonView[];
});
afterAll(() => sandbox.stop());

const named = (id: string) => people.find((person) => person.id === id);

describe('/people.json', () => {
  it('holds at least twelve people', () => {
    expect(people.length).toBeGreaterThanOrEqual(12);
  });

  it('gives everyone id, name, number, language, roles and enterprises, and no field outside the contract', () => {
    const common = ['id', 'name', 'nationalNumber', 'language', 'roles', 'enterprises'];
    const keys = [
      'username',
      'password',
      'totpSecret',
      'phone',
      'email',
      'token',
      'eid',
      'certificate',
      'itsme',
    ];
    const fields = [...common, ...keys];
    for (const person of people) {
      expect(person).toMatchObject({
        id: expect.stringMatching(/^[a-z-]+$/u) as string,
        name: expect.stringMatching(/\S \S/u) as string,
        nationalNumber: expect.stringMatching(/^\d{11}$/u) as string,
        language: expect.stringMatching(/^(nl|fr|de|en)$/u) as string,
      });
      expect(person.roles).toContain('citizen');
      expect(Array.isArray(person.enterprises)).toBe(true);
      expect(Object.keys(person).filter((field) => !fields.includes(field))).toEqual([]);
    }
  });

  it('leaves out what a person lacks', () => {
    expect(Object.keys(named('fabrice-fantome') ?? {})).toEqual([
      'id',
      'name',
      'nationalNumber',
      'language',
      'eid',
      'roles',
      'enterprises',
    ]);
    expect(named('bram-boterkoek')).not.toHaveProperty('totpSecret');
    expect(named('noah-nomail')).not.toHaveProperty('email');
  });

  it('gives the secrets of the demo world', () => {
    const an = sandbox.world.person('an-appelmoes');
    expect(named('an-appelmoes')).toMatchObject({ password: an.password, totpSecret: an.totpSecret });
    expect(named('dieter-dosenbrot')?.token?.codes).toHaveLength(24);
    expect(named('lea-lierre')?.enterprises).toHaveLength(3);
  });
});

describe('the pages about people', () => {
  it('show the code that the app shows now', async () => {
    const before = totpCode(sandbox.world.person('an-appelmoes').totpSecret ?? '');
    const page = await (await sandbox.get('/people/an-appelmoes')).text();
    const after = totpCode(sandbox.world.person('an-appelmoes').totpSecret ?? '');
    expect([before, after].some((code) => page.includes(`<code>${code}</code>`))).toBe(true);
  });

  it('know nobody else', async () => {
    expect((await sandbox.get('/people/somebody-else')).status).toBe(404);
  });

  it.each([
    '/',
    '/people',
    '/mail',
    '/sms',
    '/cards',
    '/national-register',
    '/gallery',
    '/rp/oidc/',
    '/rp/saml/',
  ])('%s has one heading of the first rank', async (path) => {
    const page = await sandbox.get(path);
    expect(page.status).toBe(200);
    expect((await page.text()).match(/<h1/gu)).toHaveLength(1);
  });
});

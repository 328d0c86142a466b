import { beforeAll, describe, expect, it } from 'vitest';
import { CSRF_FIELD } from '#libs/ui';
import { issuer, OidcRelyingParty } from '../support/oidc-relying-party.js';
import { formOf, PageWalker, titleOf, type Answer, type Form } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { keyAddress, signIn } from '../support/sign-in.js';
import { recordedEvents, rows } from '../support/stack-database.js';
import { stack } from '../support/stack.js';

let permits: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
});

/** A page with a form, the fields that a person types there, and whether the form did its work. */
interface Scene {
  readonly walker: PageWalker;
  readonly form: Form;
  readonly typed: Readonly<Record<string, string>>;
  /** Still as before? */
  readonly unchanged: () => Promise<boolean>;
}

async function choice(walker = new PageWalker(), wishes = {}) {
  return { walker, page: await walker.open((await permits.begin(wishes)).url) };
}

/** Opened again, the address shows the same page. */
const still =
  (walker: PageWalker, { url, body }: Answer) =>
  async () => {
    const again = await walker.open(url);
    return again.url.href === url.href && titleOf(again) === titleOf({ body });
  };

const SCENES: Readonly<Record<string, () => Promise<Scene>>> = {
  'username and password': async () => {
    const { walker, page } = await choice();
    const key = await walker.open(keyAddress(page, 'password'));
    const { username = '', password = '' } = await person('bram-boterkoek');
    return { walker, form: formOf(key), typed: { username, password }, unchanged: still(walker, key) };
  },
  'username and password, with a code to follow': async () => {
    const { walker, page } = await choice();
    const key = await walker.open(keyAddress(page, 'totp'));
    const { username = '', password = '' } = await person('an-appelmoes');
    return { walker, form: formOf(key), typed: { username, password }, unchanged: still(walker, key) };
  },
  cancelling: async () => {
    const { walker, page } = await choice();
    return { walker, form: formOf(page), typed: {}, unchanged: still(walker, page) };
  },
  'agreeing to what the service receives': async () => {
    const { walker, page } = await choice(new PageWalker(), { scope: 'openid profile egovnrn' });
    const key = await walker.open(keyAddress(page, 'password'));
    const { username = '', password = '' } = await person('dieter-dosenbrot');
    await rows('delete from fas.release_decision where application = $1', [permits.id]);
    const information = await walker.submit(key, { username, password });
    const unchanged = still(walker, information);
    return { walker, form: formOf(information), typed: { decision: 'continue' }, unchanged };
  },
};

const names = Object.keys(SCENES);
const sceneOf = (name: string): Promise<Scene> => {
  const scene = SCENES[name];
  if (scene === undefined) throw new Error(name);
  return scene();
};

const FORM = 'application/x-www-form-urlencoded';

function send(
  scene: Scene,
  changes: Record<string, string | undefined>,
  headers: Record<string, string> = {},
) {
  const { walker, form, typed } = scene;
  const fields = { ...form.fields, ...typed, ...changes };
  const filled = Object.entries(fields).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value]],
  );
  const type = headers['content-type'] ?? FORM;
  const body = type === FORM ? new URLSearchParams(filled).toString() : JSON.stringify(fields);
  return walker.send(form.action, { method: 'POST', body, headers: { 'content-type': type, ...headers } });
}

describe.each(names)('XS-10 the form for %s', (name) => {
  it('is refused without its token, with a wrong one, and with that of another browser', async () => {
    const scene = await sceneOf(name);
    const { page } = await choice();
    const foreign = formOf(page).fields[CSRF_FIELD] ?? '';
    expect(scene.form.fields[CSRF_FIELD]).toMatch(/^[\w-]+\.[\w-]+$/);
    expect(foreign).toMatch(/^[\w-]+\.[\w-]+$/);
    for (const csrf of [undefined, '', 'wrong', 'a.b', foreign]) {
      const answer = await send(scene, { [CSRF_FIELD]: csrf });
      expect([answer.status, answer.location]).toEqual([403, undefined]);
      expect(await recordedEvents(answer.headers.get('x-request-reference'))).toMatchObject([
        { name: 'RequestRejected', data: { error: expect.stringContaining('FORM') as string } },
      ]);
    }
    expect(await scene.unchanged()).toBe(true);
  });

  it('is refused from another site, even with the right token, and as JSON', async () => {
    const scene = await sceneOf(name);
    const answers = [
      await send(scene, {}, { origin: 'https://evil.example' }),
      await send(scene, {}, { origin: stack().addresses.sandbox }),
      await send(scene, {}, { 'sec-fetch-site': 'cross-site' }),
      await send(scene, {}, { 'sec-fetch-site': 'same-site' }),
      await send(scene, {}, { 'content-type': 'text/plain' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 415]);
    expect(await scene.unchanged()).toBe(true);
  });

  it('is taken as it was meant', async () => {
    const scene = await sceneOf(name);
    const { fas } = stack().addresses;
    const answer = await send(scene, {}, { origin: fas, 'sec-fetch-site': 'same-origin' });
    expect(answer.status).toBe(303);
  });
});

describe('what a link can do', () => {
  it('XS-10 no form can be sent by a link', async () => {
    for (const name of names) {
      const { walker, form, typed, unchanged } = await sceneOf(name);
      const address = new URL(form.action);
      for (const [field, value] of Object.entries({ ...form.fields, ...typed })) {
        address.searchParams.set(field, value);
      }
      expect([200, 303, 405]).toContain((await walker.send(address)).status);
      expect(await unchanged()).toBe(true);
    }
  });

  it('sign-out is not done by a link without proof, nor by a guessed form', async () => {
    const { walker, page } = await choice();
    await signIn(walker, page, 'bram-boterkoek');
    await walker.open(`${issuer()}/connect/endSession`);
    await walker.post(`${issuer()}/connect/endSession/confirm`, { xsrf: 'guessed', logout: 'yes' });
    expect((await walker.send((await permits.begin({ prompt: 'none' })).url)).location?.href).toContain(
      'code=',
    );
  });
});

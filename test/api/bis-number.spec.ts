import { expect, it } from 'vitest';
import { claimsOf, OidcRelyingParty } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { signIn } from '../support/sign-in.js';
import { stack } from '../support/stack.js';

const SCOPE = { scope: 'openid profile egovnrn' };

it('PR-10 a BIS number becomes a national number at the stand-in’s page: same name for the service, same person, new number', async () => {
  const nele = await person('nele-nieuwnummer');
  const walker = new PageWalker();
  const permits = await OidcRelyingParty.of('permits');
  const told = async (): Promise<Readonly<Record<string, unknown>>> => {
    const login = await permits.begin(SCOPE);
    const tokens = await permits.finish(login, await arrive(walker, login.url));
    return { ...(await permits.userinfo(tokens)), sub: claimsOf(tokens).sub };
  };
  const before = await told();
  expect(before).toMatchObject({ egovNRN: nele.nationalNumber, surname: 'Nieuwnummer' });

  const sandbox = new PageWalker({}, stack().addresses.sandbox);
  const page = await sandbox.open('/bis-register');
  expect(page.body).toContain(nele.nationalNumber);
  const next = /National number (\d{11}) waits/.exec(page.body)?.[1];
  const given = await sandbox.submit(page);
  expect([given.status, given.url.pathname]).toEqual([200, '/bis-register']);
  expect(given.body).not.toContain(`${next} waits`);

  const after = await told();
  expect(next).toMatch(/^\d{11}$/);
  expect(after).toMatchObject({ sub: before['sub'], surname: 'Nieuwnummer', egovNRN: next });
});

/** Signs in, or is signed in already; agrees to what is passed on. */
async function arrive(walker: PageWalker, url: URL) {
  const page = await walker.open(url);
  return page.location === undefined ? signIn(walker, page, 'nele-nieuwnummer') : page;
}

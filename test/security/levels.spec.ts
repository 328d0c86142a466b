import { beforeAll, describe, expect, it } from 'vitest';
import { claimsOf, OidcRelyingParty, returned } from '../support/oidc-relying-party.js';
import { formOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { keyAddress, nextCode, proveKey, signIn, submitCode } from '../support/sign-in.js';

const LEVEL = 'urn:be:fedict:iam:fas:Level';

let permits: OidcRelyingParty;
let tax: OidcRelyingParty;
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  tax = await OidcRelyingParty.of('tax');
});

async function begun(service: OidcRelyingParty, walker = new PageWalker()) {
  const login = await service.begin();
  return { walker, login, page: await walker.open(login.url) };
}

/** No code for the service came out of it, and the sign-in still asks. */
function expectStillAsking(answer: Answer): void {
  expect(returned(answer)['code']).toBeUndefined();
  expect([answer.status, answer.url.pathname]).toEqual([200, expect.stringMatching(/^\/fas\/sign-in\//)]);
}

describe('XS-14 a sign-in at level 400', () => {
  it('cannot be ended by the way out, nor by agreeing early', async () => {
    const { walker, page } = await begun(tax);
    const csrf = formOf(page).fields;
    for (const path of ['/finish', '/information', '/information?decision=continue', '/totp/return']) {
      expectStillAsking(await walker.open(page.url.pathname + path));
    }
    const agreed = await walker.post(`${page.url.pathname}/information`, { ...csrf, decision: 'continue' });
    expectStillAsking(await walker.follow(agreed));
  });

  it('does not take the password alone, by its page nor by its address', async () => {
    const { walker, page } = await begun(tax);
    const { username = '', password = '' } = await person('bram-boterkoek');
    const key = `${page.url.pathname}/password`;
    expectStillAsking(await walker.open(key));
    const sent = await walker.post(key, { ...formOf(page).fields, username, password });
    expectStillAsking(await walker.follow(sent));
  });

  it('does not take a code without the password, nor that of another person', async () => {
    const { walker, page } = await begun(tax);
    const astrid = await person('astrid-agenda');
    const totp = await walker.open(keyAddress(page, 'totp'));
    const code = await nextCode(astrid);
    const alone = await walker.submit(totp, { username: '', password: '', code });
    expect([alone.status, alone.location]).toEqual([422, undefined]);
    const { username = '', password = '' } = await person('an-appelmoes');
    const second = await walker.submit(totp, { username, password });
    const foreign = await walker.submit(second, { code: await nextCode(astrid) });
    expect([foreign.status, foreign.location]).toEqual([422, undefined]);
  });

  it.each<Record<string, string>>([
    { level: '500' },
    { acr: `${LEVEL}200`, acr_values: `${LEVEL}200`, minimum: '100' },
    { key: 'password', kind: 'password', alreadySignedIn: 'true', firstFactor: 'x', state: 'finished' },
    { journey: 'x', id: 'x', application: 'x', fedId: 'x' },
  ])('does not listen to fields that nobody asked: %o', async (extra) => {
    const { walker, page } = await begun(tax);
    const totp = await walker.open(`${keyAddress(page, 'totp').href}?${new URLSearchParams(extra)}`);
    const { username = '', password = '' } = await person('an-appelmoes');
    const second = await walker.submit(totp, { username, password, ...extra });
    expect([second.status, second.location, second.body.includes('name="code"')]).toEqual([
      200,
      undefined,
      true,
    ]);
    expectStillAsking(await walker.open(`${page.url.pathname}/finish?${new URLSearchParams(extra)}`));
  });

  it('is not lowered by a request that is changed on its way, nor by one that came in between', async () => {
    const { walker, page } = await begun(tax);
    const lower = await tax.begin({ acr_values: `${LEVEL}100` });
    const again = await walker.open(lower.url);
    expect(again.body).not.toMatch(/href="[^"]*\/password"/);
    const { page: weak } = await begun(permits, walker);
    await signIn(walker, weak, 'bram-boterkoek');
    expectStillAsking(await walker.open(page.url));
    expectStillAsking(await walker.open(`${page.url.pathname}/finish`));
  });

  it('gives, when it is done, exactly what was proven', async () => {
    const { walker, login, page } = await begun(tax);
    const back = await proveKey(walker, page, 'stijn-snoerloos', 'totp');
    expect(claimsOf(await tax.finish(login, back))).toMatchObject({
      acr: `${LEVEL}400`,
      amr: ['totp', `${LEVEL}400`],
    });
  });
});

describe('XS-15 a step up', () => {
  it('as another person is refused, and changes nothing', async () => {
    const { walker, page } = await begun(permits);
    await signIn(walker, page, 'bram-boterkoek');
    const { page: strong, walker: same } = await begun(tax, walker);
    const totp = await same.open(keyAddress(strong, 'totp'));
    const an = await person('sofie-vierogen');
    const csrf = formOf(totp).fields;
    const { username = '', password = '' } = an;
    const second = await same.follow(await same.post(totp.url, { ...csrf, username, password }));
    const answer = second.body.includes('name="code"') ? await submitCode(same, second, an) : second;
    expect(returned(answer)['code']).toBeUndefined();
    expect([answer.status, titleOf(answer)]).toEqual([
      expect.toSatisfy((status: number) => status === 409 || status === 422),
      expect.stringMatching(/\w/),
    ]);
    const login = await permits.begin({ prompt: 'none' });
    const still = claimsOf(await permits.finish(login, await walker.open(login.url)));
    expect(still.acr).toBe(`${LEVEL}200`);
  });

  it('in a second window serves the first one too, and nobody gets a code twice', async () => {
    const first = await begun(tax);
    const second = await begun(tax, first.walker);
    const { walker } = first;
    const backSecond = await proveKey(walker, second.page, 'sofie-vierogen', 'totp');
    const backFirst = await walker.open(first.page.url);
    const [one, two] = [returned(backFirst)['code'], returned(backSecond)['code']];
    expect([one !== undefined, two !== undefined, one === two]).toEqual([true, true, false]);
    expect(claimsOf(await tax.finish(first.login, backFirst)).nonce).toBe(first.login.nonce);
    expect(claimsOf(await tax.finish(second.login, backSecond)).nonce).toBe(second.login.nonce);
  });
});

describe('a code from the app', () => {
  it('counts once, also in another browser at the same moment', async () => {
    const sofie = await person('astrid-agenda');
    const { username = '', password = '' } = sofie;
    const pages = [];
    for (const { walker, page } of [await begun(tax), await begun(tax), await begun(tax)]) {
      const totp = await walker.open(keyAddress(page, 'totp'));
      pages.push({ walker, page: await walker.submit(totp, { username, password }) });
    }
    const code = await nextCode(sofie);
    const answers = await Promise.all(pages.map(({ walker, page }) => walker.submitOnly(page, { code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 422, 422]);
  });
});

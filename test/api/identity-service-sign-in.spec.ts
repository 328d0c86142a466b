import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import {
  answerAlways,
  asked,
  beWrong,
  confirmAt,
  makeAccountAnew,
  proveAt,
  rollOver,
  setServiceFault,
  type ServiceKey,
} from '../support/identity-service.js';
import { claimsOf, OidcRelyingParty, type Parameters } from '../support/oidc-relying-party.js';
import { linksOf, PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { person, type SandboxPerson } from '../support/people.js';
import { fedIdOf, whileBlocked } from '../support/person-state.js';
import { runCsam } from '../support/csam.js';
import { goOn, signIn } from '../support/sign-in.js';
import { recordedEvents, rows } from '../support/stack-database.js';
import { stack } from '../support/stack.js';

const LEVEL = 'urn:be:fedict:iam:fas:Level';

let gisele: SandboxPerson;
let rosa: SandboxPerson;
let hub: OidcRelyingParty;
beforeAll(async () => {
  [gisele, rosa] = await Promise.all([person('gisele-gaufre'), person('rosa-ruimschoots')]);
  await Promise.all([answerAlways(phoneOf(gisele), 'confirm'), answerAlways(phoneOf(rosa), 'confirm')]);
  hub = await OidcRelyingParty.of('hub');
});
afterAll(async () => {
  await Promise.all([answerAlways(phoneOf(gisele), 'ask'), answerAlways(phoneOf(rosa), 'ask')]);
});

const phoneOf = ({ itsme }: SandboxPerson): string => itsme?.phone ?? '';

/** A browser at the choice of keys. */
async function atChoice(wishes: Parameters = {}, walker = new PageWalker()) {
  const login = await hub.begin(wishes);
  return { walker, login, choice: await walker.open(login.url) };
}

async function claimsWith(key: ServiceKey, who = gisele) {
  const { walker, login, choice } = await atChoice();
  const page = await proveAt(walker, choice, phoneOf(who), key);
  return claimsOf(await hub.finish(login, await goOn(walker, page)));
}

/** The notice of a page, and the links by which the other keys are found. */
function problemOf(page: Answer) {
  const title = /class="notice-title">([^<]*)</.exec(page.body)?.[1];
  const choice = page.url.pathname.replace(/\/[\w-]+\/return$/, '');
  return { status: page.status, title, otherKeys: linksOf(page).some(({ pathname }) => pathname === choice) };
}

const refusal = (status: number, title: string) => ({ status, title, otherKeys: true });

async function reasonOf(page: Answer): Promise<unknown> {
  const events = await recordedEvents(page.headers.get('x-request-reference'));
  expect(events).toHaveLength(1);
  return events[0]?.data['reason'];
}

describe('KY-2 a recognised identity service', () => {
  it.each([
    ['itsme', '450', 'bmid'],
    ['service-vouch', '400', 'vouch'],
  ] as const)(
    'LE-13 %s signs a person in, at the level for which it is recognised',
    async (key, level, amr) => {
      const claims = await claimsWith(key);
      expect(claims).toMatchObject({ acr: `${LEVEL}${level}`, amr: [amr, `${LEVEL}${level}`] });
      expect(claims.sub).toBe((await claimsWith(key)).sub);
    },
  );

  it('names the same person as the other keys, also when the account there is made anew', async () => {
    const before = await claimsWith('itsme', rosa);
    const { walker, login, choice } = await atChoice();
    const withPassword = claimsOf(await hub.finish(login, await signIn(walker, choice, rosa.id)));
    await makeAccountAnew(phoneOf(rosa));
    const after = await claimsWith('itsme', rosa);
    expect(
      new Set([before.sub, withPassword.sub, after.sub, (await claimsWith('service-vouch', rosa)).sub]),
    ).toEqual(new Set([before.sub]));
    const kept = await rows<{ reference_encrypted: string }>(
      `select reference_encrypted from digital_keys.service_reference join digital_keys.digital_key k on k.id = key_id
        where k.fed_id = $1`,
      [fedIdOf(rosa.id)],
    );
    expect(kept).toHaveLength(2);
  });

  it('is asked for the number and the class alone, and never told for which service', async () => {
    const { walker, choice } = await atChoice();
    const page = await walker.open(keyLink(choice, 'itsme'));
    const { location } = await walker.submitOnly(page);
    const request = location?.searchParams.get('request') ?? '';
    const said = JSON.parse(Buffer.from(request.split('.')[1] ?? '', 'base64url').toString()) as object;
    expect(said).toMatchObject({
      iss: 'csam-demo',
      aud: `${stack().addresses.sandbox}/itsme/v2`,
      acr_values: 'http://itsme.services/v2/claim/acr_advanced',
      code_challenge_method: 'S256',
      claims: { id_token: { 'http://itsme.services/v2/claim/BENationalNumber': { essential: true } } },
      ui_locales: 'en',
    });
    expect(JSON.stringify(said)).not.toMatch(/counter of the hub|permits/i);
  });

  it('finds our keys: all that sign, and the one to encrypt to', async () => {
    const before = await ourKeys();
    expect(before.filter(({ use }) => use === 'sig')).toHaveLength(2);
    expect(before.filter(({ use }) => use === 'enc')).toHaveLength(1);
    expect(before.every((key) => !('d' in key))).toBe(true);
    await runCsam(['signing-key', 'rotate', 'partner']);
    await expect
      .poll(async () => (await ourKeys()).map(({ kid }) => kid))
      .not.toEqual(before.map(({ kid }) => kid));
    const after = await ourKeys();
    const kidsOf = (keys: readonly { use: string; kid: string }[]) =>
      keys.filter(({ use }) => use === 'sig').map(({ kid }) => kid);
    expect(kidsOf(after)).toEqual(expect.arrayContaining(kidsOf(before)));
    expect(await claimsWith('itsme')).toMatchObject({ acr: `${LEVEL}450` });
  });

  it('goes over to a new key: its keys are read once more', async () => {
    await claimsWith('itsme');
    await rollOver(true);
    const { jwks = 0 } = await asked();
    expect(await claimsWith('itsme')).toMatchObject({ acr: `${LEVEL}450` });
    expect(await claimsWith('itsme')).toMatchObject({ acr: `${LEVEL}450` });
    expect((await asked())['jwks']).toBe(jwks + 1);
  });
});

describe('a person who comes back without a proof', () => {
  it('refused, and may choose another key', async () => {
    await answerAlways(phoneOf(gisele), 'refuse');
    const { walker, choice } = await atChoice();
    const page = await proveAt(walker, choice, phoneOf(gisele));
    await answerAlways(phoneOf(gisele), 'confirm');
    expect(problemOf(page)).toEqual(refusal(422, 'You refused or stopped at itsme'));
    expect(await reasonOf(page)).toBe('refused:access_denied');
  });

  it.each([
    ['error:interaction_required', 422, 'It took too long at itsme'],
    ['error:temporarily_unavailable', 503, 'itsme does not work at the moment'],
    ['error:invalid_scope', 503, 'itsme does not work at the moment'],
    ['acr', 422, 'Your sign-in at itsme is not strong enough'],
    ['no-number', 422, 'itsme does not give us your national register number'],
    ['bad-number', 422, 'itsme does not give us your national register number'],
  ])('KY-2 %s is told so', async (wrong, status, title) => {
    await beWrong(wrong);
    const { walker, choice } = await atChoice();
    const page = await proveAt(walker, choice, phoneOf(gisele));
    expect(problemOf(page)).toEqual(refusal(status, title));
    expect(await reasonOf(page)).toBeTruthy();
  });

  it('is blocked here, and stays out', async () => {
    await claimsWith('itsme', rosa);
    await whileBlocked(rosa.id, async () => {
      const { walker, choice } = await atChoice();
      const page = await proveAt(walker, choice, phoneOf(rosa));
      expect(problemOf(page)).toEqual(refusal(422, 'You cannot sign in with itsme'));
    });
  });
});

const UNTRUSTED = 'We cannot trust the answer of itsme';

describe('XS-16, OS-14, OS-16 an answer that was not made for this login', () => {
  it.each([
    ['nonce', 'not-verified:nonce'],
    ['alg-none', 'not-verified:signature-ERR_JOSE_ALG_NOT_ALLOWED'],
    ['hs256', 'not-verified:signature-ERR_JOSE_ALG_NOT_ALLOWED'],
    ['expired', 'not-verified:signature-ERR_JWT_EXPIRED'],
    ['old', 'not-verified:signature-ERR_JWT_EXPIRED'],
    ['audience', 'not-verified:signature-claim-aud'],
    ['azp', 'not-verified:azp'],
    ['issuer', 'not-verified:signature-claim-iss'],
    ['not-encrypted', 'not-verified:not-encrypted'],
    ['jku', 'not-verified:header-of-signature'],
    ['jwk', 'not-verified:header-of-signature'],
    ['path-kid', 'not-verified:signature-ERR_JWKS_NO_MATCHING_KEY'],
    ['iss-parameter', 'not-verified:issuer-of-response'],
  ])('is refused: %s', async (wrong, reason) => {
    await beWrong(wrong);
    const { walker, choice } = await atChoice();
    const page = await proveAt(walker, choice, phoneOf(gisele));
    expect(problemOf(page)).toEqual(refusal(422, UNTRUSTED));
    expect(await reasonOf(page)).toBe(reason);
  });

  it('is refused when the service that names itself does not', async () => {
    await beWrong('no-iss', 'service-vouch');
    const { walker, choice } = await atChoice();
    const page = await proveAt(walker, choice, phoneOf(gisele), 'service-vouch');
    expect(await reasonOf(page)).toBe('not-verified:issuer-of-response');
  });

  it('OS-14 is refused at the callback of another service', async () => {
    const { walker, choice } = await atChoice();
    const back = await confirmAt(walker, choice, phoneOf(gisele));
    const mixed = new URL(back.href.replace('/itsme/callback', '/service-vouch/callback'));
    const page = await walker.open(mixed);
    expect(page.status).toBe(400);
    expect(titleOf(page)).toBe('This answer belongs to no sign-in');
    expect(await reasonOf(page)).toBe('state');
  });

  it('XS-16 is refused with the code of another login', async () => {
    const one = await atChoice();
    const other = await atChoice();
    const codeOfOne = (await confirmAt(one.walker, one.choice, phoneOf(rosa))).searchParams.get('code') ?? '';
    const backOfOther = await confirmAt(other.walker, other.choice, phoneOf(gisele));
    backOfOther.searchParams.set('code', codeOfOne);
    const page = await other.walker.open(backOfOther);
    expect(page.status).toBe(422);
    expect(await reasonOf(page)).toBe('timed-out:code');
  });

  it('XS-15 is refused in another login of the same browser, and in another browser', async () => {
    const { walker, choice } = await atChoice();
    const back = await confirmAt(walker, choice, phoneOf(gisele));
    const second = await atChoice({}, walker);
    const crossed = await walker.open(`${second.choice.url.pathname}/itsme/return${back.search}`);
    expect(problemOf(crossed)).toEqual(refusal(422, 'This answer of itsme does not belong to this sign-in'));
    const stranger = await new PageWalker().open(back);
    expect(stranger.status).toBe(403);
    expect(titleOf(stranger)).toContain('another browser');
    // Nobody's attempt spoils it for the person.
    const home = await walker.open(back);
    expect(home.location?.href ?? home.url.href).not.toContain('/return');
  });

  it('is taken once', async () => {
    const { walker, choice } = await atChoice({ scope: 'openid' });
    const back = await confirmAt(walker, choice, phoneOf(gisele));
    await walker.open(back);
    const again = await walker.send(new URL(`${choice.url.pathname}/itsme/return${back.search}`, back));
    expect(again.status).toBe(410);
  });
});

describe('XS-4 LN-15 asking again and again', () => {
  it('is held back after a few times in one login, and the other keys stay', async () => {
    const { walker, choice } = await atChoice();
    const page = await walker.open(`${choice.url.pathname}/service-vouch`);
    const { par = 0 } = await asked('service-vouch');
    const pages: Answer[] = [];
    for (let start = 0; start < 7; start += 1) pages.push(await walker.submitOnly(page));
    expect(pages.map(({ status }) => status)).toEqual([303, 303, 303, 303, 303, 429, 429]);
    expect((await asked('service-vouch'))['par']).toBe(par + 5);
    const [held] = pages.slice(-1);
    expect(held && problemOf(held)).toMatchObject({ title: 'Wait before you try again' });
    expect(linksOf(held ?? page).some(({ pathname }) => pathname === choice.url.pathname)).toBe(true);
  });
});

describe('a session', () => {
  it('XS-14 at level 200 steps up with itsme', async () => {
    const { walker, login, choice } = await atChoice();
    await hub.finish(login, await signIn(walker, choice, rosa.id));
    const stronger = await atChoice({ acr_values: `${LEVEL}450` }, walker);
    expect(titleOf(stronger.choice)).toBe('Choose a stronger key');
    const page = await proveAt(walker, stronger.choice, phoneOf(rosa));
    const claims = claimsOf(await hub.finish(stronger.login, await goOn(walker, page)));
    expect(claims.acr).toBe(`${LEVEL}450`);
  });

  it('XS-15 never steps up with somebody else’s itsme', async () => {
    const { walker, login, choice } = await atChoice();
    await hub.finish(login, await signIn(walker, choice, rosa.id));
    const stronger = await atChoice({ acr_values: `${LEVEL}450` }, walker);
    const page = await proveAt(walker, stronger.choice, phoneOf(gisele));
    expect(page.status).toBe(409);
    expect(titleOf(page)).toBe('Somebody else is still signed in in this browser');
  });

  it('XS-14 at level 400 of a service that is recognised for no more does not open level 450', async () => {
    const { walker, login, choice } = await atChoice();
    const page = await proveAt(walker, choice, phoneOf(gisele), 'service-vouch');
    await hub.finish(login, await goOn(walker, page));
    const stronger = await atChoice({ acr_values: `${LEVEL}450` }, walker);
    expect(titleOf(stronger.choice)).toBe('Choose a stronger key');
    expect(offers(stronger.choice, 'service-vouch')).toBe(false);
  });
});

describe('LE-13 SX-28 a service that an operator suspended', () => {
  afterEach(() => runCsam(['identity-service', 'resume', 'itsme']).catch(() => undefined));

  it('is offered no more, accepts no answer under way, and what it proved counts no more', async () => {
    const signedIn = await atChoice();
    const page = await proveAt(signedIn.walker, signedIn.choice, phoneOf(gisele));
    await hub.finish(signedIn.login, await goOn(signedIn.walker, page));
    const underWay = await atChoice();
    const back = await confirmAt(underWay.walker, underWay.choice, phoneOf(gisele));

    await runCsam(['identity-service', 'suspend', 'itsme', '--reason', 'incident 7']);
    await expect.poll(async () => offers((await atChoice()).choice, 'itsme')).toBe(false);
    expect(offers((await atChoice()).choice, 'service-vouch')).toBe(true);
    expect((await underWay.walker.open(back)).status).toBe(503);
    const silent = await atChoice({ prompt: 'none' }, signedIn.walker);
    expect(silent.choice.location?.searchParams.get('error')).toBe('login_required');

    await runCsam(['identity-service', 'resume', 'itsme']);
    await expect.poll(async () => offers((await atChoice()).choice, 'itsme'), { timeout: 6_000 }).toBe(true);
  });
});

describe('RF-8 a service that is down', () => {
  afterEach(async () => {
    await setServiceFault('ok');
    await expect.poll(async () => offers((await atChoice()).choice, 'itsme'), { timeout: 10_000 }).toBe(true);
  });

  it.each(['error', 'hang'] as const)(
    'is shown as unavailable within five seconds (%s); other keys go on, and so does it afterwards',
    async (mode) => {
      const started = Date.now();
      await setServiceFault(mode);
      await expect
        .poll(async () => offers((await atChoice()).choice, 'itsme'), { timeout: 5_000, interval: 200 })
        .toBe(false);
      expect(Date.now() - started).toBeLessThan(5_000);
      const { walker, login, choice } = await atChoice();
      expect(choice.body).toContain('data-unavailable-key="itsme"');
      expect(claimsOf(await hub.finish(login, await signIn(walker, choice, rosa.id))).acr).toBe(
        `${LEVEL}200`,
      );
    },
  );

  it('tells who comes back in the middle of it, within four seconds', async () => {
    const { walker, choice } = await atChoice();
    const back = await confirmAt(walker, choice, phoneOf(gisele));
    await setServiceFault('hang');
    const started = Date.now();
    const page = await walker.open(back);
    expect(Date.now() - started).toBeLessThan(4_000);
    expect(problemOf(page)).toEqual(refusal(503, 'itsme does not work at the moment'));
    expect(await reasonOf(page)).toBe('timeout');
  });
});

const offers = (choice: Answer, key: string): boolean => choice.body.includes(`data-key="${key}"`);

function keyLink(choice: Answer, key: string): URL {
  const found = linksOf(choice).find(({ pathname }) => pathname.endsWith(`/${key}`));
  if (found === undefined) throw new Error(`${key} is not offered`);
  return found;
}

async function ourKeys(): Promise<readonly { use: string; kid: string }[]> {
  const response = await fetch(`${stack().addresses.fas}/fas/partners/jwks`);
  expect(response.headers.get('cache-control')).toContain('max-age=1800');
  return ((await response.json()) as { keys: { use: string; kid: string }[] }).keys;
}

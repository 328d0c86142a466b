import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { issuer, OidcRelyingParty } from '../support/oidc-relying-party.js';
import { linksOf, PageWalker, type Answer } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { SamlService } from '../support/saml-service.js';
import { keyAddress } from '../support/sign-in.js';
import { stack } from '../support/stack.js';

interface Seen {
  readonly name: string;
  readonly page: Answer;
  /** Where else than to us its forms may lead. */
  readonly target?: string;
}

let permits: OidcRelyingParty;
let museum: SamlService;
const seen: Seen[] = [];
const walker = new PageWalker();

/** Walks through a whole sign-in over both protocols, and past every kind of error, and keeps the pages. */
beforeAll(async () => {
  permits = await OidcRelyingParty.of('permits');
  museum = await SamlService.of('museum');
  const { fas, sma, admin } = stack().addresses;
  const target = new URL(permits.redirectUri).origin;
  const keep = (name: string, page: Answer, to?: string) => {
    seen.push({ name, page, ...(to !== undefined && { target: to }) });
    return page;
  };

  const { url } = await permits.begin({ scope: 'openid profile egovnrn' });
  const choice = keep('choice', await walker.open(url), target);
  const totp = keep('code', await walker.open(keyAddress(choice, 'totp')), target);
  keep('code wrong', await walker.submit(totp, { username: 'nobody', password: 'x' }), target);
  const key = keep('password', await walker.open(keyAddress(choice, 'password')), target);
  keep('password missing', await walker.submit(key, { username: '', password: '' }), target);
  const { username = '', password = '' } = await person('eline-eekhoorn');
  const information = keep('information', await walker.submit(key, { username, password }), target);
  const back = await walker.submit(information, { decision: 'continue' });
  keep('return to the service', back);
  keep('finished journey', await walker.open(choice.url));
  keep('journey of another', await new PageWalker().open(information.url));
  keep('unknown journey', await walker.open('/fas/sign-in/nothing'));
  keep('sign-out', await walker.open(`${issuer()}/connect/endSession`));

  const samlAnswer = await walker.open(museum.address(museum.request()));
  const response = samlAnswer.url.pathname.endsWith('/information')
    ? await walker.submit(samlAnswer, { decision: 'continue' })
    : samlAnswer;
  keep('SAML response', response, new URL(museum.acs).origin);
  keep('SAML error', await walker.open(museum.address('nothing')));
  keep('OpenID error', await walker.open(`${issuer()}/authorize`));
  keep('foreign form', await walker.post(key.url, { username: 'x' }));
  keep('too large', await walker.post(key.url, `a=${'x'.repeat(400_000)}`));
  for (const path of [
    '/fas/',
    '/fas/help',
    '/fas/accessibility',
    '/fas/privacy',
    '/fas/contact',
    '/nothing',
  ]) {
    keep(path, await walker.open(path));
  }
  for (const address of [fas, sma, admin]) keep(address, await walker.send(`${address}/nothing`));
  for (const address of [sma, admin]) keep(`${address}/`, await walker.send(`${address}/`));
});

/** The policy of an answer, by directive. */
function policyOf({ headers }: Answer): ReadonlyMap<string, string> {
  const directives = (headers.get('content-security-policy') ?? '').split(';').map((part) => part.trim());
  return new Map(
    directives.map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}

/** Which pages fail a check. */
const failing = (check: (one: Seen) => boolean): string[] =>
  seen.filter((one) => !check(one)).map(({ name }) => name);

describe('every page', () => {
  it('was seen: a sign-in over both protocols and the errors on its way', () => {
    expect(seen.length).toBeGreaterThan(25);
    expect(seen.filter(({ page }) => page.status >= 500)).toEqual([]);
  });

  it('XS-11 can be framed by nobody', () => {
    expect(
      failing(
        ({ page }) =>
          policyOf(page).get('frame-ancestors') === "'none'" &&
          page.headers.get('x-frame-options') === 'DENY',
      ),
    ).toEqual([]);
  });

  it('XS-12 lets its forms lead to us and the service of the journey, and nowhere else', () => {
    const pages = seen.filter(({ page }) => page.headers.get('content-type')?.startsWith('text/html'));
    const wrong = pages.filter(({ page, target }) => {
      const expected = target === undefined ? "'self'" : `'self' ${target}`;
      return policyOf(page).get('form-action') !== expected;
    });
    expect(wrong.map(({ name, page }) => [name, policyOf(page).get('form-action')])).toEqual([]);
  });

  it('XS-12 runs only scripts with the nonce of this answer, each answer with its own', () => {
    const nonces = seen.map(({ page }) => policyOf(page).get('script-src'));
    const given = nonces.filter((nonce) => nonce !== undefined);
    expect(new Set(given).size).toBe(given.length);
    expect(
      failing(({ page: { body, ...page } }) => {
        const nonce = /'nonce-([^']+)'/.exec(policyOf({ ...page, body }).get('script-src') ?? '')?.[1];
        const scripts = body.match(/<script\b[^>]*>/g) ?? [];
        return scripts.every((script) => nonce !== undefined && script.includes(`nonce="${nonce}"`));
      }),
    ).toEqual([]);
    expect(failing(({ page: { body } }) => !/\son\w+="|<style|\sstyle="|javascript:/i.test(body))).toEqual(
      [],
    );
  });

  it('XS-12 OS-11 takes nothing from another host', () => {
    expect(
      failing(({ page: { body } }) =>
        [...body.matchAll(/<(?:link|script|img|source|iframe|use)\b[^>]*(?:href|src)="([^"]+)"/g)].every(
          ([, address = '']) => /^\/(?!\/)|^#|^data:/.test(address),
        ),
      ),
    ).toEqual([]);
  });

  it('XS-12 allows no plug-ins, no other base and nothing that is not named', () => {
    expect(
      failing(({ page }) => {
        const policy = policyOf(page);
        const isPage = page.headers.get('content-type')?.startsWith('text/html') === true;
        const closed = policy.get('default-src') === "'none'";
        return (
          closed &&
          (!isPage || (policy.get('object-src') === "'none'" && policy.get('base-uri') === "'none'"))
        );
      }),
    ).toEqual([]);
  });

  it('OS-11 14.3 tells no other page where it was, and is kept by nobody', () => {
    expect(
      failing(({ page: { headers } }) =>
        [
          headers.get('referrer-policy') === 'no-referrer',
          headers.get('x-content-type-options') === 'nosniff',
          headers.get('cross-origin-opener-policy') === 'same-origin',
          headers.get('cache-control')?.includes('no-store') === true,
        ].every(Boolean),
      ),
    ).toEqual([]);
  });

  it('13.4 names neither our software nor its version', () => {
    expect(failing(({ page }) => !page.headers.has('server') && !page.headers.has('x-powered-by'))).toEqual(
      [],
    );
    expect(failing(({ page }) => !/nestjs|fastify|express|oidc-provider|preact/i.test(page.body))).toEqual(
      [],
    );
  });

  it('leads on: a language switch that works, also on errors', async () => {
    const switches = seen
      .filter(({ page }) => page.body.includes('hreflang="nl"') && page.url.origin === stack().addresses.fas)
      .map(({ name, page }) => ({
        name,
        page,
        link: linksOf(page).find(({ search }) => search.includes('lang=nl')),
      }));
    expect(switches.length).toBeGreaterThan(15);
    expect(
      switches.filter(({ page, link }) => link?.pathname !== page.url.pathname).map(({ name }) => name),
    ).toEqual([]);
  });
});

describe('XS-13 LN-20 cookies', () => {
  it('cannot be read by scripts, stay with us, are small, and say nothing of the person', async () => {
    const eline = await person('eline-eekhoorn');
    expect(walker.setCookies.length).toBeGreaterThan(5);
    for (const line of walker.setCookies) {
      expect(line).toMatch(/;\s*httponly/i);
      expect(line).toMatch(/;\s*samesite=(lax|strict)/i);
      expect(line).not.toMatch(/;\s*domain=/i);
      expect(line.length).toBeLessThan(4_096);
      for (const known of [eline.nationalNumber, eline.username, eline.name, eline.email]) {
        expect(line.includes(String(known))).toBe(false);
      }
    }
  });

  it('of the session end with the browser', () => {
    const sessions = walker.setCookies.filter((line) => /^csam-(session|browser)=[^;]/.test(line));
    expect(sessions.length).toBeGreaterThan(1);
    expect(sessions.filter((line) => /max-age|expires/i.test(line))).toEqual([]);
  });
});

describe('13.4 what is inside stays inside', () => {
  it.each([
    '/.git/config',
    '/.env',
    '/package.json',
    '/dist/apps/fas/src/main.js',
    '/config/demo.yaml',
    '/assets/',
    '/assets/../package.json',
    '/fas/../../etc/passwd',
    '/server-status',
    '/debug',
    '/swagger',
    '/queues',
  ])('%s is not there', async (path) => {
    const { status } = await new PageWalker().send(path);
    expect([400, 404]).toContain(status);
  });

  it('health says that it is well and nothing else', async () => {
    for (const path of ['/health/live', '/health/ready']) {
      const { status, body } = await new PageWalker().send(path);
      expect([status, body.length < 200, /version|host|postgres|path/i.test(body)]).toEqual([
        200,
        true,
        false,
      ]);
    }
  });

  it('XS-28 no address of this machine stands in a log of requests', () => {
    const log = readFileSync(join(stack().dataFolder, 'fas.log'), 'utf8');
    const requests = log.split('\n').filter((line) => line.includes('"msg":"request"'));
    expect(requests.length).toBeGreaterThan(20);
    expect(requests.filter((line) => /code=|state=|SAMLRe|127\.0\.0\.1|\?/.test(line))).toEqual([]);
  });
});

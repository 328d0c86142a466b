import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { titleOf, type Answer } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { rows } from '../support/stack-database.js';
import { stack } from '../support/stack.js';
import { Browser } from './peers/browser.js';
import { hasSamlPeers } from './peers/installed.js';
import { startMellon } from './peers/mellon.js';
import type { Peer } from './peers/peer.js';
import { startPysaml2 } from './peers/pysaml2.js';
import { startShibboleth } from './peers/shibboleth.js';

// Service providers that others wrote, as Debian packages them, set up by the examples of the integrator guide.

const LEVEL400 = 'urn:be:fedict:iam:fas:citizen:Level400';
/** Place of the return address for the Artifact binding in Shibboleth's metadata. */
const ARTIFACT = 3;

/** FAS gives a service a second to show that it is there; a machine with much else to do may need longer. */
const HURRIED = { retry: 1 };

let shibboleth: Peer;
let mellon: Peer;
let pysaml2: Peer;
const started: Peer[] = [];

async function start(): Promise<void> {
  shibboleth = await startShibboleth();
  started.push(shibboleth);
  const other = await startMellon();
  mellon = other.peer;
  started.push(mellon);
  pysaml2 = await startPysaml2();
  started.push(pysaml2);
  const encrypted = { saml: { wantAssertionsEncrypted: true } };
  await shibboleth.register(await shibboleth.get('/Shibboleth.sso/Metadata'), {
    name: 'Shibboleth SP',
    ...encrypted,
  });
  await mellon.register(other.metadata, { name: 'mod_auth_mellon' });
  await pysaml2.register(await pysaml2.get('/metadata'), { name: 'pysaml2', ...encrypted });
}

/** What Apache's page says that its module learned; where somebody was sent instead when it says nothing. */
function learned(page: Answer) {
  const from = (name: string) => page.headers.get(name);
  return { at: page.url.href, level: from('x-level'), number: from('x-nrn'), name: from('x-given-name') };
}

const secured = (peer: Peer) => `${peer.base}/secured/`;

/** Neither the service nor FAS knows the browser any more: somebody has to sign in. */
const asksToSignIn = async (browser: Browser, peer: Peer) => {
  const { url } = await browser.open(secured(peer));
  return url.href.startsWith(`${stack().addresses.fas}/fas/sign-in/`);
};

describe.skipIf(!hasSamlPeers)('SR-12', () => {
  beforeAll(start);
  afterAll(async () => {
    await Promise.all(started.map((peer) => peer.stop()));
  });

  it(
    'Shibboleth SP, mod_auth_mellon and pysaml2 sign in and read attributes; signing out at one is signing out at all',
    HURRIED,
    async () => {
      const browser = new Browser();
      const { nationalNumber } = await person('otto-opstart');
      const page = await browser.signIn(await browser.open(secured(shibboleth)), 'otto-opstart', 'totp');
      expect(learned(page)).toEqual({
        at: secured(shibboleth),
        level: LEVEL400,
        number: nationalNumber,
        name: 'Otto',
      });
      const atMellon = await browser.goOnAtOnce(secured(mellon));
      expect(learned(atMellon)).toMatchObject({ at: secured(mellon), number: nationalNumber, name: 'Otto' });
      const atPysaml2 = await browser.goOnAtOnce(`${pysaml2.base}/login`);
      expect(JSON.parse(atPysaml2.body)).toEqual([
        { level: LEVEL400, attributes: { egovNRN: [nationalNumber], givenName: ['Otto'] } },
      ]);

      const question = await browser.open(`${pysaml2.base}/logout`);
      expect(titleOf(question)).toBe('Do you want to sign out everywhere?');
      const end = await browser.open(`${question.url.href}/everywhere`);
      expect(JSON.parse(end.body)).toEqual({ status: 'urn:oasis:names:tc:SAML:2.0:status:Success' });
      await expect
        .poll(() => deliveries(shibboleth, mellon), { timeout: 10_000 })
        .toEqual([
          { channel: 'back', state: 'confirmed' },
          { channel: 'front', state: 'confirmed' },
        ]);
      for (const peer of [shibboleth, mellon]) expect(await asksToSignIn(browser, peer)).toBe(true);
    },
  );

  it(
    'SB-2 Shibboleth SP fetches an answer by artifact, and starts the logout of a session that mellon is in',
    HURRIED,
    async () => {
      const browser = new Browser();
      await browser.signIn(await browser.open(secured(mellon)), 'astrid-agenda', 'totp');
      const target = encodeURIComponent(secured(shibboleth));
      const login = `${shibboleth.base}/Shibboleth.sso/Login?acsIndex=${ARTIFACT}&target=${target}`;
      const page = await browser.goOnAtOnce(login);
      expect(learned(page)).toMatchObject({ at: secured(shibboleth), level: LEVEL400 });
      expect(browser.went.some((address) => address.includes('SAMLart='))).toBe(true);
      const question = await browser.open(`${shibboleth.base}/Shibboleth.sso/Logout`);
      const end = await browser.open(`${question.url.href}/everywhere`);
      expect(end.url.origin).toBe(shibboleth.base);
      expect(end.body).toMatch(/logout/i);
      for (const peer of [shibboleth, mellon]) expect(await asksToSignIn(browser, peer)).toBe(true);
    },
  );

  it('SL-1 mod_auth_mellon signs out by itself', async () => {
    const browser = new Browser();
    await browser.signIn(await browser.open(secured(mellon)), 'stijn-snoerloos', 'totp');
    const back = encodeURIComponent(`${mellon.base}/`);
    const end = await browser.open(`${mellon.base}/mellon/logout?ReturnTo=${back}`);
    expect([end.status, end.url.href]).toEqual([200, `${mellon.base}/`]);
    expect(await asksToSignIn(browser, mellon)).toBe(true);
  });
});

/** How the last logout reached these services. */
function deliveries(...peers: readonly Peer[]) {
  return rows(
    `select channel, state from single_logout.delivery where details->>'audience' like any($1) order by channel`,
    [peers.map(({ base }) => `${base}/%`)],
  );
}

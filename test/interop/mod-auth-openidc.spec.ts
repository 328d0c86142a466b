import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LogoutClient } from '../support/logout-client.js';
import { issuer } from '../support/oidc-relying-party.js';
import { PageWalker, titleOf, type Answer } from '../support/page-walker.js';
import { registerApplication } from '../support/register-application.js';
import { signIn } from '../support/sign-in.js';
import { adapted, guideExample } from './peers/guide-example.js';
import { environmentOf, hasModAuthOpenidc, startModAuthOpenidc } from './peers/mod-auth-openidc.js';
import type { Peer } from './peers/peer.js';

// Debian's mod_auth_openidc, set up as the integrator guide shows.

const LEVEL = 'urn:be:fedict:iam:fas:citizen:Level200';
const clientId = `apache-${randomBytes(5).toString('hex')}`;
const clientSecret = randomBytes(24).toString('base64url');

/** The example of the guide for this service, at a level that a password reaches. */
const example = (base: string) =>
  adapted(guideExample('Apache: mod_auth_openidc', 'apache', 0, 'openid-connect'), {
    'https://fas.example/fas/oauth2': issuer(),
    'OIDCClientID my-service': `OIDCClientID ${clientId}`,
    'exec:/etc/apache2/client-secret': clientSecret,
    'exec:/etc/apache2/passphrase': randomBytes(24).toString('hex'),
    'https://my-service.example': base,
    ' egovnrn': '',
    'urn%3Abe%3Afedict%3Aiam%3Afas%3Acitizen%3ALevel400': encodeURIComponent(LEVEL),
    'Level(4[0-9][0-9]|500)$': 'Level([2-4][0-9][0-9]|500)$',
  });

const configuration = (base: string) => `
${example(base)}
OIDCDefaultLoggedOutURL ${base}/signed-out
OIDCCookiePath /
<Location /strong>
  AuthType openid-connect
  Require claim acr~Level500$
</Location>
<Location /signed-out>
  Require all granted
</Location>
`;

describe.skipIf(!hasModAuthOpenidc)('mod_auth_openidc', () => {
  let apache: Peer;
  beforeAll(async () => {
    apache = await startModAuthOpenidc(configuration);
    await registerApplication({
      name: 'Service behind Apache',
      attributes: ['givenName', 'surname'],
      oidc: {
        clientId,
        clientSecret,
        requirePkce: true,
        redirectUris: [`${apache.base}/callback`],
        postLogoutRedirectUris: [`${apache.base}/signed-out`],
        backchannelLogoutUri: `${apache.base}/callback?logout=backchannel`,
        scopes: ['openid', 'profile'],
      },
    });
  });
  afterAll(() => apache.stop());

  /** One browser: what Apache sees of it, and what FAS sees. */
  const browser = () => ({ there: new PageWalker(), here: new PageWalker() });
  type Browser = ReturnType<typeof browser>;

  /** Opens a page of Apache, by way of FAS where Apache wants to know who is there. */
  async function visit({ there, here }: Browser, path: string): Promise<Answer> {
    const first = await there.send(apache.base + path);
    if (first.location?.origin !== new URL(issuer()).origin) return first;
    const page = await here.open(first.location);
    const back = page.location === undefined ? await signIn(here, page, 'bram-boterkoek') : page;
    const taken = await there.send(back.location ?? 'nowhere:');
    expect([taken.status, taken.location?.pathname], apache.said()).toEqual([302, path]);
    return there.send(taken.location ?? 'nowhere:');
  }

  it('signs a person in and learns level, way and attributes', async () => {
    const page = await visit(browser(), '/');
    expect(page.status, apache.said()).toBe(200);
    expect(environmentOf(page)).toMatchObject({
      OIDC_CLAIM_iss: issuer(),
      OIDC_CLAIM_acr: LEVEL,
      OIDC_CLAIM_amr: expect.stringContaining('password') as string,
      OIDC_CLAIM_givenName: 'Bram',
      REMOTE_USER: expect.stringMatching(/^\w/) as string,
    });
  });

  it('lets nobody in whose level is lower than a page asks', async () => {
    const visitor = browser();
    await visit(visitor, '/');
    const { status } = await visit(visitor, '/strong');
    expect([401, 403]).toContain(status);
  });

  it('signs out at FAS too, and comes back', async () => {
    const visitor = browser();
    await visit(visitor, '/');
    const leave = await visitor.there.send(
      `${apache.base}/callback?logout=${encodeURIComponent(`${apache.base}/signed-out`)}`,
    );
    const back = await visitor.here.open(leave.location ?? 'nowhere:');
    expect(back.location?.href, titleOf(back)).toMatch(`${apache.base}/signed-out`);
    const again = await visitor.there.send(apache.base);
    const page = await visitor.here.open(again.location ?? 'nowhere:');
    expect([page.status, page.location]).toEqual([200, undefined]);
  });

  it('hears of a logout elsewhere over the back channel', async () => {
    const other = await LogoutClient.start('Other service of the browser');
    try {
      const visitor = browser();
      await visit(visitor, '/');
      const idToken = await other.signIn(visitor.here);
      await visitor.here.open(other.signOutUrl(idToken));
      await expect
        .poll(async () => (await visitor.there.send(apache.base)).status, { timeout: 8_000 })
        .toBe(302);
    } finally {
      await other.stop();
    }
  });
});

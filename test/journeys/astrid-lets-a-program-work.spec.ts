import * as oidc from 'openid-client';
import { expect, it } from 'vitest';
import { days } from '#libs/kernel';
import { describeInBrowser } from '../support/browser.js';
import { issuer } from '../support/oidc-relying-party.js';
import { PageWalker } from '../support/page-walker.js';
import { signIn } from '../support/sign-in.js';
import { serviceClient } from './support/own-service.js';
import { adminPage, answerWhy, press, staffBrowser } from './support/staff.js';

const PAGE = '/agencies/0671516647/api-clients';
const REDIRECT = 'http://localhost:9/callback';

/** A program with the stock client, which asks for its token once. */
async function program(clientId: string, secret: string) {
  const configuration = await oidc.discovery(
    new URL(issuer()),
    clientId,
    {},
    oidc.ClientSecretBasic(secret),
    { execute: [oidc.allowInsecureRequests] },
  );
  const { access_token: token } = await oidc.clientCredentialsGrant(configuration);
  return async (method: string, path: string, body?: object, headers: Record<string, string> = {}) => {
    const answer = await fetch(adminPage(`/api/v1${path}`), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body && { body: JSON.stringify(body) }),
    });
    const etag = answer.headers.get('etag') ?? '';
    return { status: answer.status, etag, body: (await answer.json()) as Record<string, unknown> };
  };
}

const description = {
  name: { nl: 'Robotloket', fr: 'Guichet robot', de: 'Roboterschalter', en: 'Robot counter' },
  minimumLevel: 200,
  keys: ['password', 'totp'],
  contexts: ['citizen'],
  attributes: [],
  signInsPerYear: 1_000,
  signInsAtPeak: 10,
  smsAccepted: false,
};

describeInBrowser('An agency lets a program do the work', () => {
  it('XS-29 Astrid makes an API client, the program registers a service, and somebody signs in to it', async () => {
    const astrid = await staffBrowser('astrid-agenda', PAGE);
    await astrid.fill('[name=name]', 'Portal');
    await astrid.check('[name=right][value=write]');
    await astrid.check('[name=proof][value=secret]');
    await astrid.fill('[name=endsOn]', new Date(Date.now() + days(90)).toISOString().slice(0, 10));
    await astrid.fill('[name=reason]', 'Registers our services');
    await press(astrid, 'Make an API client');
    const clientId = (await astrid.textContent('[data-api-client]')) ?? '';
    const secret = (await astrid.textContent('[data-secret]'))?.trim() ?? '';
    const call = await program(clientId, secret);

    const begun = await call('POST', '/services', {});
    expect(begun.status).toBe(201);
    const at = `/services/${String(begun.body['id'])}`;
    const described = await call('PUT', `${at}/description`, description, { 'if-match': begun.etag });
    const settings = {
      protocol: 'oidc',
      redirectUris: [REDIRECT],
      tokenEndpointAuthMethod: 'client_secret_basic',
    };
    await call('PUT', `${at}/environments/INT`, settings, { 'if-match': described.etag });
    const { etag } = await call('GET', `${at}/contacts`);
    const roles = ['business', 'technical', 'security', 'billing', 'outage'];
    const contacts = Object.fromEntries(roles.map((role) => [role, `${role}@agency.example`]));
    await call('PUT', `${at}/contacts`, contacts, { 'if-match': etag });
    const submitted = await call('POST', `${at}/steps`, { step: 'submit', reason: 'It is ready' });
    expect(submitted.body).toMatchObject({ service: { state: 'submitted' } });

    // A second person, on the page.
    const requests = await call('GET', '/requests?state=open');
    const [{ id = '' } = {}] = (requests.body['items'] as { id: string }[]) ?? [];
    const sofie = await staffBrowser('sofie-vierogen', `/requests/${id}`);
    await answerWhy(sofie, 'The description is sound', 'Approve');
    expect((await call('GET', at)).body).toMatchObject({ state: 'int-active' });

    const made = await call('POST', `${at}/environments/INT/secret`, { reason: 'First use' });
    const { clientId: service, clientSecret } = made.body as { clientId: string; clientSecret: string };
    const client = await serviceClient({
      clientId: service,
      clientSecret,
      redirectUri: REDIRECT,
      scopes: ['openid'],
    });
    const walker = new PageWalker();
    const back = await signIn(walker, await walker.open(await client.signIn()), 'bram-boterkoek', 'password');
    expect(await client.userinfo(back.location?.href ?? '')).toMatchObject({ sub: expect.any(String) });

    // Withdrawn, it is refused with the token that it has.
    await astrid.goto(adminPage(`${PAGE}/${clientId}`));
    await answerWhy(astrid, 'It was a trial', 'Withdraw');
    expect((await call('GET', at)).status).toBe(401);
  }, 120_000);
});

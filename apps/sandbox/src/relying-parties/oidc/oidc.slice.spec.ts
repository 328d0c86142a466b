import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Browser } from '../../test-support/browser.js';
import { runOpenidProvider, type RunningProvider } from '../../test-support/openid-provider.js';
import { runSandbox, type RunningSandbox } from '../../test-support/running-sandbox.js';

const HERE = 'http://localhost:4600';
const LEVEL = 'urn:be:fedict:iam:fas:citizen:Level400';
let provider: RunningProvider;
let sandbox: RunningSandbox;
const browser = () => new Browser({ [HERE]: sandbox.url });

beforeAll(async () => {
  provider = await runOpenidProvider();
  sandbox = await runSandbox(provider.baseUrl);
  await provider.serve({
    id: 'demo-oidc',
    secret: sandbox.world.clientSecret('demo-oidc'),
    redirectUri: `${HERE}/rp/oidc/callback`,
  });
});
afterAll(async () => {
  await sandbox.stop();
  provider.stop();
});

describe('the OpenID Connect service of the sandbox', () => {
  it('signs in at a stock provider and shows the whole answer', async () => {
    const visitor = browser();
    const { address, response } = await visitor.follow(
      `${HERE}/rp/oidc/login?class=urn:be:fedict:iam:fas:citizen:Level400&profile=yes&egovnrn=yes&language=fr`,
    );
    const page = await response.text();
    expect([address, response.status, page]).toMatchObject([
      `${HERE}/rp/oidc/account`,
      200,
      expect.anything(),
    ]);
    expect(page).toContain('Welcome, Rosa Ruimschoots');
    expect(page).toContain('81050599410');
    const answer: unknown = await (await visitor.open(`${HERE}/rp/oidc/account.json`)).json();
    expect(answer).toMatchObject({
      claims: { sub: 'rosa', acr: 'urn:be:fedict:iam:fas:citizen:Level400' },
      idTokenHeader: { alg: 'RS256', kid: 'test' },
      userinfo: { sub: 'rosa', egovNRN: '81050599410', aud: 'demo-oidc' },
      userinfoHeader: { alg: 'RS256', kid: 'test' },
      userinfoBody: expect.stringMatching(/^ey[\w-]+\.[\w-]+\.[\w-]+$/u) as string,
    });
  });

  it('shows the first message before it is sent, and all of them afterwards, without a secret', async () => {
    const visitor = browser();
    const first = await (await visitor.open(`${HERE}/rp/oidc/steps?class=${LEVEL}&egovnrn=yes`)).text();
    const address = /href="([^"]*client_id=[^"]*)"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect(new URL(address).searchParams.get('code_challenge_method')).toBe('S256');
    expect(first).toContain('only who has the secret can use the code');
    await visitor.follow(address);
    const messages = await (await visitor.open(`${HERE}/rp/oidc/messages`)).text();
    for (const part of ['state', 'code_verifier', 'id_token', 'acr', 'egovNRN']) {
      expect(messages).toContain(`<strong>${part}</strong>`);
    }
    expect(messages).not.toContain(sandbox.world.clientSecret('demo-oidc'));
    expect(messages).not.toMatch(/Basic \w/);
  });

  it('sends what was chosen, with PKCE, state and nonce', async () => {
    const start = await browser().open(
      `${HERE}/rp/oidc/login?class=urn:be:fedict:iam:fas:Level450&prompt=login&max_age=60&scope=profile`,
    );
    const sent = Object.fromEntries(new URL(start.headers.get('location') ?? '').searchParams);
    expect(sent).toMatchObject({
      response_type: 'code',
      client_id: 'demo-oidc',
      redirect_uri: `${HERE}/rp/oidc/callback`,
      scope: 'openid profile',
      acr_values: 'urn:be:fedict:iam:fas:Level450',
      prompt: 'login',
      max_age: '60',
      code_challenge_method: 'S256',
      state: expect.stringMatching(/.{20}/u) as string,
      nonce: expect.stringMatching(/.{20}/u) as string,
    });
  });

  it('takes no lower level than it asked for', async () => {
    const { response } = await browser().follow(`${HERE}/rp/oidc/login?class=urn:be:fedict:iam:fas:Level450`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('Asked for urn:be:fedict:iam:fas:Level450');
  });

  it('shows the error that came back', async () => {
    const { response } = await browser().follow(`${HERE}/rp/oidc/login?prompt=none`);
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('login_required');
  });

  it('takes no answer in a browser that did not ask', async () => {
    const response = await browser().open(`${HERE}/rp/oidc/callback?code=x&state=y`);
    expect(await response.text()).toContain('No sign-in was started in this browser');
  });

  it('signs out at the provider too', async () => {
    const visitor = browser();
    await visitor.follow(`${HERE}/rp/oidc/login`);
    const response = await visitor.open(`${HERE}/rp/oidc/logout`);
    const target = new URL(response.headers.get('location') ?? '');
    expect(target.origin).toBe(provider.baseUrl);
    expect(target.searchParams.get('post_logout_redirect_uri')).toBe(`${HERE}/rp/oidc/`);
    expect(target.searchParams.get('id_token_hint')).toMatch(/^ey/u);
    expect((await visitor.open(`${HERE}/rp/oidc/account`)).headers.get('location')).toBe('/rp/oidc');
  });
});

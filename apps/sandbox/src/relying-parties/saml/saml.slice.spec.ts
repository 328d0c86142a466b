import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseServiceProviderMetadata, type SuccessResponse } from '#libs/saml';
import { Browser } from '../../test-support/browser.js';
import { runIdentityProvider, type RunningIdentityProvider } from '../../test-support/identity-provider.js';
import { runSandbox, type RunningSandbox } from '../../test-support/running-sandbox.js';

const HERE = 'http://localhost:4600';
const LEVEL_400 = 'urn:be:fedict:iam:fas:citizen:Level400';
let provider: RunningIdentityProvider;
let sandbox: RunningSandbox;

beforeAll(async () => {
  provider = await runIdentityProvider();
  sandbox = await runSandbox(provider.baseUrl);
});
afterAll(async () => {
  await sandbox.stop();
  provider.stop();
});

async function begin(visitor: Browser, query = '') {
  const response = await visitor.open(`${HERE}/rp/saml/login?${query}`);
  const address = response.headers.get('location') ?? '';
  return { address, request: provider.read(address) };
}

async function signIn(query = '', otherwise: Partial<SuccessResponse> = {}) {
  const visitor = new Browser({ [HERE]: sandbox.url });
  const { request } = await begin(visitor, query);
  const SAMLResponse = await provider.answer(request, otherwise);
  const { response } = await visitor.follow(`${HERE}/rp/saml/acs`, { SAMLResponse });
  return { visitor, SAMLResponse, response, page: await response.text() };
}

describe('the SAML service of the sandbox', () => {
  it('sends a signed request with what was chosen', async () => {
    const { address, request } = await begin(
      new Browser({ [HERE]: sandbox.url }),
      `class=${LEVEL_400}&comparison=exact&force=true&attributes=1&language=de`,
    );
    expect(new URL(address).searchParams.get('SigAlg')).toContain('rsa-sha256');
    expect(new URL(address).searchParams.get('ui_locales')).toBe('de');
    expect(request).toMatchObject({
      issuer: `${HERE}/rp/saml/metadata.xml`,
      acsUrl: `${HERE}/rp/saml/acs`,
      forceAuthn: true,
      attributeConsumingServiceIndex: 1,
      requestedAuthnContext: { comparison: 'exact', classReferences: [LEVEL_400] },
      nameIdPolicy: { format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient' },
    });
  });

  it('shows the whole answer', async () => {
    const { response, page, visitor } = await signIn(`class=${LEVEL_400}`);
    expect([response.status, page]).toEqual([200, expect.stringContaining('Welcome, Léa Lierre')]);
    expect(page).toContain(LEVEL_400);
    expect(page).toContain('&lt;samlp:Response');
    expect(await (await visitor.open(`${HERE}/rp/saml/account.json`)).json()).toMatchObject({
      nameId: 'name-1',
      sessionIndex: 'session-1',
      levelClass: LEVEL_400,
      attributes: { givenName: 'Léa', surname: 'Lierre' },
    });
  });

  it.each<[string, Partial<SuccessResponse>, string]>([
    ['for another address', { destination: 'http://localhost:4600/elsewhere' }, 'another address'],
    ['for another audience', { audience: 'https://other.example' }, 'audience mismatch'],
    ['from someone else', { issuer: 'https://other.example' }, 'someone else'],
    ['to no request of ours', { inResponseTo: '_unknown' }, 'InResponseTo is not valid'],
    [
      'at a lower level',
      {
        authentication: {
          at: new Date(),
          sessionIndex: 's',
          classReference: 'urn:be:fedict:iam:fas:citizen:Level300',
        },
      },
      'Asked for',
    ],
  ])('refuses an answer %s', async (_what, otherwise, words) => {
    const { response, page } = await signIn(`class=${LEVEL_400}`, otherwise);
    expect([response.status, page]).toEqual([400, expect.stringContaining(words)]);
  });

  it('refuses an answer that it has had before, and one that was changed', async () => {
    const { visitor, SAMLResponse } = await signIn();
    expect((await visitor.open(`${HERE}/rp/saml/acs`, { SAMLResponse })).status).toBe(400);
    const { request } = await begin(visitor);
    const genuine = Buffer.from(await provider.answer(request), 'base64').toString();
    const forged = Buffer.from(genuine.replace('Lierre', 'Laurier')).toString('base64');
    expect((await visitor.open(`${HERE}/rp/saml/acs`, { SAMLResponse: forged })).status).toBe(400);
  });

  it('refuses garbage without falling over', async () => {
    const visitor = new Browser({ [HERE]: sandbox.url });
    expect((await visitor.open(`${HERE}/rp/saml/acs`, { SAMLResponse: 'x' })).status).toBe(400);
    expect((await visitor.open(`${HERE}/rp/saml/acs`, {})).status).toBe(400);
    expect((await visitor.open(`${HERE}/rp/saml/slo?SAMLRequest=abc`)).status).toBe(400);
  });

  it('signs out with a signed request that names the session', async () => {
    const { visitor } = await signIn();
    const response = await visitor.open(`${HERE}/rp/saml/logout`);
    const target = new URL(response.headers.get('location') ?? '');
    expect(target.href).toContain(`${provider.baseUrl}/fas/IDPSloRedirect/metaAlias/idp`);
    expect(target.searchParams.has('Signature')).toBe(true);
    expect((await visitor.open(`${HERE}/rp/saml/account`)).headers.get('location')).toBe('/rp/saml');
  });

  it('has metadata that FAS can read', async () => {
    const xml = await (await sandbox.get('/rp/saml/metadata.xml')).text();
    expect(parseServiceProviderMetadata(xml)).toMatchObject({
      kind: 'valid',
      value: { entityId: `${HERE}/rp/saml/metadata.xml`, authnRequestsSigned: true },
    });
  });
});

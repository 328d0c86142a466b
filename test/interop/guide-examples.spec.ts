import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, it } from 'vitest';
import { ensureServiceProvider, serviceProviderAddresses } from '#libs/testing';
import { issuer } from '../support/oidc-relying-party.js';
import { formOf, PageWalker } from '../support/page-walker.js';
import { person } from '../support/people.js';
import { registerApplication, scratchFolder } from '../support/register-application.js';
import { fasMetadata } from '../support/saml-service.js';
import { signIn } from '../support/sign-in.js';
import { stack } from '../support/stack.js';
import { adapted, guideExample } from './peers/guide-example.js';

// What the integrator guide gives Node.js services to copy, as it stands there save for addresses and secrets. The
// examples for Shibboleth, mellon, pysaml2 and mod_auth_openidc are what the specs beside this one are set up with.

const ATTRIBUTES = ['egovNRN', 'givenName', 'surname'];
const LEVEL = 'urn:be:fedict:iam:fas:citizen:Level400';
const clientId = `guide-${randomBytes(5).toString('hex')}`;
const clientSecret = randomBytes(24).toString('base64url');
let folder: string;

beforeAll(async () => {
  folder = join(scratchFolder(), clientId);
  mkdirSync(folder, { recursive: true });
  await registerApplication({
    attributes: ATTRIBUTES,
    oidc: {
      clientId,
      clientSecret,
      redirectUris: ['https://my-service.example/callback'],
      scopes: ['openid', 'profile', 'egovnrn'],
    },
  });
});

/** The example as a module of its own. */
async function moduleOf<Exports>(name: string, code: string): Promise<Exports> {
  const file = join(folder, `${name}.mjs`);
  const from = /from '([^'./][^']*)'/g;
  writeFileSync(
    file,
    code.replace(from, (_, specifier: string) => `from '${import.meta.resolve(specifier)}'`),
  );
  return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Exports;
}

/** The demo speaks http, for which the guide names this argument. */
const INSECURE = 'client.ClientSecretBasic(process.env.CLIENT_SECRET),';

const forOurClient = (code: string) =>
  adapted(code, {
    'https://fas.example/fas/oauth2': issuer(),
    "'my-service'": `'${clientId}'`,
    [INSECURE]: `client.ClientSecretBasic('${clientSecret}'), { execute: [client.allowInsecureRequests] },`,
  });

/** Somebody signs in there and comes back to this address. */
async function cameBack(address: string, personId: string): Promise<URL> {
  const walker = new PageWalker();
  const { location } = await signIn(walker, await walker.open(address), personId, 'totp');
  if (location === undefined) throw new Error('not sent back');
  return location;
}

interface Person {
  readonly egovNRN?: string;
}

it('openid-client', async () => {
  const example = guideExample('Node.js: openid-client', 'js', 0, 'openid-connect');
  const service = await moduleOf<{
    begin(session: object): Promise<URL>;
    finish(session: object, back: URL): Promise<Person>;
  }>('openid-client', forOurClient(example));
  const session = {};
  const address = await service.begin(session);
  const { egovNRN } = await service.finish(session, await cameBack(address.href, 'otto-opstart'));
  expect(egovNRN).toBe((await person('otto-opstart')).nationalNumber);
});

it('openid-client, in short', async () => {
  const example = forOurClient(guideExample('OpenID Connect', 'js', 0, 'README'));
  const inHalves = adapted(example, {
    '// back from FAS': 'export { address };\nexport async function finish(currentUrl) {',
  });
  const service = await moduleOf<{
    address: URL;
    finish(back: URL): Promise<{ acr: string; person: Person }>;
  }>('openid-client-in-short', `${inHalves}return { acr, person }; }`);
  const { acr, person: known } = await service.finish(await cameBack(service.address.href, 'astrid-agenda'));
  expect([acr, known.egovNRN]).toEqual([LEVEL, (await person('astrid-agenda')).nationalNumber]);
});

it('node-saml', async () => {
  const base = `https://${clientId}.example`;
  const { entityId, assertionConsumer } = serviceProviderAddresses(base);
  const { keyFile, metadataFile } = await ensureServiceProvider(folder, base);
  await registerApplication({ attributes: ATTRIBUTES, saml: { metadataFile } });
  const signing = /use="signing">.*?<ds:X509Certificate>([^<]+)/gs;
  const certificates = [...(await fasMetadata()).matchAll(signing)].map(
    ([, certificate = '']) => certificate,
  );
  expect(certificates.length).toBeGreaterThan(0);
  const example = adapted(guideExample('node-saml and passport-saml', 'ts'), {
    'https://my-service.example/metadata': entityId,
    'https://my-service.example/acs': assertionConsumer,
    'https://fas.example': stack().addresses.fas,
    certificatesOfTheMetadata: JSON.stringify(certificates),
    'privateKey,': `privateKey: ${JSON.stringify(readFileSync(keyFile, 'utf8'))},`,
    // One process, which has its own.
    'cacheProvider,': '',
    'const saml': 'export const saml',
  });
  const { saml } = await moduleOf<{ saml: import('@node-saml/node-saml').SAML }>('node-saml', example);
  const walker = new PageWalker();
  const choice = await walker.open(await saml.getAuthorizeUrlAsync('state', undefined, {}));
  const answer = await signIn(walker, choice, 'stijn-snoerloos', 'totp');
  const { profile } = await saml.validatePostResponseAsync({ ...formOf(answer).fields });
  expect(profile).toMatchObject({ egovNRN: (await person('stijn-snoerloos')).nationalNumber });
});

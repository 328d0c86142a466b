import { afterAll, beforeAll, expect, it } from 'vitest';
import { STATUS } from '#libs/saml';
import { SpecExchange, responseOf, statusesOf } from './test-support/spec-exchange.js';
import { specService } from './test-support/spec-service.js';

let my: SpecExchange;
let issuer: string;
beforeAll(async () => {
  my = await SpecExchange.start(['itsme']);
  issuer = my.fas.services.config.identityServices.find(({ key }) => key === 'itsme')?.issuer ?? '';
});
afterAll(() => my.fas.close());

const naming = (provider: string) =>
  `<samlp:Scoping><samlp:IDPList><samlp:IDPEntry ProviderID="${provider}"/></samlp:IDPList></samlp:Scoping>`;

it('SR-11 who proved the key behind us is told to the services that want to hear it, and to no other', async () => {
  const curious = await specService('https://curious.example');
  await my.fas.register(curious.metadata, { nameAuthenticatingAuthority: true });
  const { cookie } = await my.fas.signIn('itsme', 450);
  const told = responseOf(await my.send({}, { cookie, signer: curious }));
  expect(told).toMatch(
    new RegExp(
      `</saml:AuthnContextClassRef><saml:AuthenticatingAuthority>${issuer}</saml:AuthenticatingAuthority>`,
    ),
  );
  expect(responseOf(await my.send({}, { cookie }))).not.toContain('AuthenticatingAuthority');
  const own = await my.fas.signIn('totp', 400);
  const proved = responseOf(await my.send({}, { cookie: own.cookie, signer: curious }));
  expect(proved).not.toContain('AuthenticatingAuthority');
});

it('SA-25 a partner is known by the name that the configuration gives it', async () => {
  expect(issuer).toMatch(/^http/);
  const { cookie } = await my.fas.signIn('itsme', 450);
  expect(statusesOf(await my.send({ children: naming(issuer) }, { cookie }))).toEqual([STATUS.success]);
  const unknown = await my.send({ children: naming(`${issuer}/other`) }, { cookie });
  expect(statusesOf(unknown)).toEqual([STATUS.responder, STATUS.noSupportedIdp]);
});

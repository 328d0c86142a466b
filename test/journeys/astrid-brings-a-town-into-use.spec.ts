import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { serviceClient, serviceSite, type ServiceSite } from './support/own-service.js';
import { heading } from './support/my-keys.js';
import { approve, describeService, fill, stateOf, step, tick } from './support/onboarding.js';
import { adminPage, answerWhy, press, staffBrowser } from './support/staff.js';
import { isInformationPage, proveWith } from './support/steps.js';

const TOWN = '0999900447';
const WAITING = /Nergenshuizen|RR 21|Town counter/;

async function connect(astrid: Page, environment: 'INT' | 'PROD', site: ServiceSite): Promise<void> {
  const service = astrid.url();
  await astrid.goto(`${service}/settings/${environment}`);
  await astrid.check('[name=protocol][value=oidc]');
  await fill(astrid, { redirectUris: `${site.origin}/${environment.toLowerCase()}/callback` });
  await astrid.selectOption('[name=tokenEndpointAuthMethod]', 'client_secret_basic');
  await press(astrid, 'Save');
  expect(astrid.url()).toBe(service);
}

/** What the service needs to know to speak with CSAM: its name there, and a secret that is shown once. */
async function credentials(astrid: Page, environment: 'INT' | 'PROD', site: ServiceSite) {
  const service = astrid.url();
  const clientId = (await astrid.textContent(`[data-client-id=${environment}]`)) ?? '';
  await astrid.goto(`${service}/secret/${environment}`);
  await answerWhy(astrid, 'First use', `New secret for ${environment}`);
  const clientSecret = (await astrid.textContent('[data-secret]'))?.trim() ?? '';
  await astrid.goto(service);
  expect(await astrid.content()).not.toContain(clientSecret);
  const redirectUri = `${site.origin}/${environment.toLowerCase()}/callback`;
  return serviceClient({ clientId, clientSecret, redirectUri, scopes: ['openid', 'egovnrn'] });
}

describeInBrowser('An agency comes from nothing to its first sign-in in production', () => {
  it('XS-29 Astrid registers a town and brings its service into use, Sofie looks at each step', async () => {
    const site = await serviceSite();
    const citizen = await person('an-appelmoes');
    const sofie = await staffBrowser('sofie-vierogen', '/requests?state=open');
    const astrid = await staffBrowser('astrid-agenda', '/join');

    // The agency, as the KBO knows it.
    await astrid.fill('[name=number]', '0999.900.447');
    await press(astrid, 'Look up');
    expect(await astrid.inputValue('[name=name-nl]')).toBe('Gemeente Nergenshuizen');
    await fill(astrid, { 'name-en': 'Town of Nergenshuizen', task: 'Permits for people who build' });
    await astrid.check('[name=audience][value=local]');
    await tick(astrid, ['eligible', 'signatory']);
    await press(astrid, 'Send the request');
    expect(await heading(astrid)).toBe('Your request is sent');
    await approve(sofie, WAITING, 'The town exists');

    // What it may ask of people.
    await astrid.goto(adminPage(`/agencies/${TOWN}/bases/new`));
    await astrid.check('[name=kind][value=RR_21_2015]');
    await fill(astrid, {
      reference: 'RR 21/2015',
      validFrom: '2026-01-01',
      noDocument: 'The accession is on its way by post',
    });
    await tick(astrid, ['attributes.egovNRN']);
    await press(astrid, 'Send to be checked');
    await approve(sofie, WAITING, 'The accession is there');

    // The service.
    await astrid.goto(adminPage(`/agencies/${TOWN}`));
    await describeService(astrid, {
      nl: 'Stadsloket',
      fr: 'Guichet communal',
      de: 'Stadtschalter',
      en: 'Town counter',
    });
    await connect(astrid, 'INT', site);
    await step(astrid, 'Send in');
    expect(await stateOf(astrid)).toBe('submitted');
    await approve(sofie, WAITING, 'The description is sound');

    // Her signature, and the service is in test.
    const service = astrid.url();
    await astrid.goto(adminPage(`/agencies/${TOWN}/agreement`));
    await fill(astrid, { name: 'Astrid Agenda', function: 'Town clerk' });
    await tick(astrid, ['accept']);
    await press(astrid, 'Sign the agreement');
    expect(await astrid.textContent('main')).toContain('Signed by Astrid Agenda, Town clerk');
    await astrid.goto(service);
    expect(await stateOf(astrid)).toBe('int-active');
    const people = await astrid.getByRole('link', { name: 'People to test with' }).getAttribute('href');
    expect(await (await fetch(people ?? '')).text()).toContain('an.appelmoes');

    // The test: somebody signs in, somebody turns back.
    const test = await credentials(astrid, 'INT', site);
    const an = await freshPage();
    await an.goto(await test.signIn());
    expect(await an.textContent('.service')).toContain('Town counter');
    await proveWith(an, 'totp', citizen);
    expect(isInformationPage(an)).toBe(true);
    await an.click('button[name=decision][value=cancel]');
    await an.waitForURL(`${site.origin}/int/callback?error=*`);
    await an.goto(await test.signIn());
    await an.click('button[name=decision][value=continue]');
    await an.waitForURL(`${site.origin}/int/callback?code=*`);
    expect(await test.userinfo(an.url())).toMatchObject({ egovNRN: citizen.nationalNumber });
    await astrid.goto(service);
    await step(astrid, 'Finish the test');

    // Production, at once when the second person agrees.
    await connect(astrid, 'PROD', site);
    await step(astrid, 'Ask for production');
    await approve(sofie, WAITING, 'The test is passed');
    await astrid.goto(service);
    expect(await stateOf(astrid)).toBe('prod-active');
    const production = await credentials(astrid, 'PROD', site);
    const first = await freshPage();
    await first.goto(await production.signIn());
    await proveWith(first, 'totp', citizen);
    await first.click('button[name=decision][value=continue]');
    await first.waitForURL(`${site.origin}/prod/callback?code=*`);
    expect(await production.userinfo(first.url())).toMatchObject({ egovNRN: citizen.nationalNumber });

    // The desk stops it at once.
    const stijn = await staffBrowser('stijn-snoerloos', new URL(service).pathname);
    await stijn.getByRole('link', { name: 'Suspend', exact: true }).click();
    await answerWhy(stijn, 'The secret leaked', 'Suspend');
    expect(await stateOf(stijn)).toBe('suspended');
    await expect
      .poll(async () => {
        await first.goto(await production.signIn());
        return heading(first);
      })
      .not.toBe('Back at the service');
    await site.stop();
  }, 300_000);
});

import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person } from '../support/people.js';
import { approve, describeService, fill, stateOf, step } from './support/onboarding.js';
import { ownSamlService } from './support/own-saml-service.js';
import { press, staffBrowser } from './support/staff.js';
import { proveWith } from './support/steps.js';

const ARCHIVE = { nl: 'Stadsarchief', fr: 'Archives', de: 'Stadtarchiv', en: 'Town archive' };
const TITLE = /Town archive/;

describeInBrowser('A service that speaks SAML comes from nothing to its first sign-in in production', () => {
  it('SM-4 Astrid gives its metadata as a file and by its address, and people sign in to it', async () => {
    const [test, production] = [await ownSamlService(), await ownSamlService()];
    const citizen = await person('an-appelmoes');
    const sofie = await staffBrowser('sofie-vierogen', '/requests?state=open');
    const astrid = await staffBrowser('astrid-agenda', '/agencies/0671516647');
    await describeService(astrid, ARCHIVE);
    const service = astrid.url();

    // In test, by a file.
    await astrid.goto(`${service}/settings/INT`);
    const file = { name: 'metadata.xml', mimeType: 'application/xml', buffer: Buffer.from(test.metadata) };
    await astrid.setInputFiles('[name=metadataFile]', file);
    await press(astrid, 'Read the file');
    expect(await astrid.textContent('main')).toContain(test.entityId);
    await press(astrid, 'Save');
    await step(astrid, 'Send in');
    await approve(sofie, TITLE, 'The description is sound');
    await astrid.goto(service);
    expect(await stateOf(astrid)).toBe('int-active');

    // The test: somebody turns back, somebody signs in.
    const an = await freshPage();
    await test.begin(an);
    await proveWith(an, 'totp', citizen);
    await an.click('button[name=decision][value=cancel]');
    await test.back(an);
    await expect(test.attributes()).rejects.toThrow();
    await test.begin(an);
    await an.click('button[name=decision][value=continue]');
    await test.back(an);
    expect(await test.attributes()).toMatchObject({ egovNRN: citizen.nationalNumber });
    await astrid.goto(service);
    await step(astrid, 'Finish the test');
    expect(await stateOf(astrid)).toBe('self-test-passed');

    // Production, with metadata of its own that stands at an address.
    await astrid.goto(`${service}/settings/PROD`);
    await fill(astrid, {
      metadataUrl: production.metadataAddress,
      metadataSigner: production.metadataSigner,
    });
    await press(astrid, 'Fetch');
    expect(await astrid.textContent('main')).toContain(production.entityId);
    await press(astrid, 'Save');
    await step(astrid, 'Ask for production');
    await approve(sofie, TITLE, 'The test is passed');
    await astrid.goto(service);
    expect(await stateOf(astrid)).toBe('prod-active');
    const first = await freshPage();
    await production.begin(first);
    expect(await first.textContent('.service')).toContain('Town archive');
    await proveWith(first, 'totp', citizen);
    await first.click('button[name=decision][value=continue]');
    await production.back(first);
    expect(await production.attributes()).toMatchObject({ egovNRN: citizen.nationalNumber });
    await Promise.all([test.stop(), production.stop()]);
  }, 300_000);
});

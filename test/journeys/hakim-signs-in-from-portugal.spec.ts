import { beforeAll, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { person, type SandboxPerson } from '../support/people.js';
import { recordedEvents } from '../support/stack-database.js';
import { stack } from '../support/stack.js';
import { problemOf } from './support/cards.js';
import { permitCounter } from './support/services.js';
import { continueIfAsked, submit } from './support/steps.js';

/** From the choice of keys to the node, and an answer there. */
async function answerAtNode(page: Page, answer: { who?: string; assurance?: string; button?: string }) {
  await page.locator('a[data-key="eidas"]').click();
  await page.waitForURL('**/eidas');
  await submit(page);
  await page.waitForURL('**/eidas-node/sign-in/*');
  expect(await page.textContent('.lead')).toContain('at assurance level substantial or higher');
  if (answer.who) await page.getByLabel(answer.who).check();
  if (answer.assurance) await page.selectOption('[name=assurance]', answer.assurance);
  await page.getByRole('button', { name: answer.button ?? 'Confirm' }).click();
}

describeInBrowser('Hakim signs in with the means of another country', () => {
  let hakim: SandboxPerson;
  beforeAll(async () => {
    hakim = await person('hakim-hazelnoot');
  });

  it('SX-30 LE-13 SR-12 is asked for the level of the service, and signed in at the level that Portugal states', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));
    await answerAtNode(page, { who: 'Hakim Hazelnoot', assurance: 'high' });
    await page.waitForURL(/\/(information|account)$/);
    await continueIfAsked(page);
    await page.waitForURL('**/account');
    const { classReference, attributes } = await permitCounter.account(page);
    expect(classReference).toBe('urn:be:fedict:iam:fas:citizen:Level500');
    expect(attributes).toMatchObject({ egovNRN: hakim.nationalNumber });
  });

  it('stops, states too little, or is unknown here: each time it says so, and the other keys stay', async () => {
    const page = await freshPage();
    await page.goto(permitCounter.signIn({ level: 400 }));
    await answerAtNode(page, { button: 'Cancel' });
    await page.waitForURL('**/eidas/return');
    expect(await problemOf(page)).toBe('You stopped the sign-in in your country');
    await page.getByRole('link', { name: 'Choose another key' }).click();
    await answerAtNode(page, { assurance: 'low' });
    await page.waitForURL('**/eidas/return');
    expect(await problemOf(page)).toBe('Your electronic ID is not strong enough for this service');
    await page.getByRole('link', { name: 'Choose another key' }).click();
    await answerAtNode(page, { who: 'Ana Sem' });
    await page.waitForURL('**/eidas/return');
    expect(await problemOf(page)).toBe('You have no Belgian number yet');
    await page.getByRole('link', { name: 'Choose another key' }).click();
    expect(await page.locator('a[data-key="totp"]').count()).toBe(1);
  });

  it('SX-27 an answer that nobody asked for belongs to no sign-in, which is said in German and recorded', async () => {
    const answer = await fetch(`${stack().addresses.fas}/fas/partners/eidas/acs`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'accept-language': 'de' },
      body: new URLSearchParams({ SAMLResponse: 'PHg+', RelayState: 'made-up' }).toString(),
      redirect: 'manual',
    });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('Diese Antwort gehört zu keiner Anmeldung');
    const events = await recordedEvents(answer.headers.get('x-request-reference'));
    expect(events.map(({ name, data }) => [name, data])).toEqual([
      ['PartnerAnswerTurnedAway', { service: 'eidas', reason: 'state' }],
    ]);
  });
});

import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { adminPage, answerWhy, press } from './staff.js';

/** Opens what waits about this, and says yes to it. */
export async function approve(sofie: Page, about: RegExp, reason: string): Promise<void> {
  await sofie.goto(adminPage('/requests?state=open'));
  const row = sofie.locator('main tbody tr', { hasText: about });
  await row.locator('a').first().click();
  await answerWhy(sofie, reason, 'Approve');
  expect(await sofie.locator('[data-state=approved]').isVisible()).toBe(true);
}

export const fill = async (page: Page, fields: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
};

export const tick = async (page: Page, names: readonly string[]): Promise<void> => {
  for (const name of names) await page.check(`[name="${name}"]`);
};

/** Takes a step of the service, behind its question. */
export async function step(astrid: Page, button: string): Promise<void> {
  await astrid.getByRole('link', { name: button, exact: true }).click();
  await answerWhy(astrid, 'It is ready', button);
}

export const stateOf = (page: Page): Promise<string | null> =>
  page.getAttribute('[data-state]', 'data-state');

/** Begins a service of the agency whose page is open, and describes it and whom we write to. */
export async function describeService(
  astrid: Page,
  name: Readonly<Record<'nl' | 'fr' | 'de' | 'en', string>>,
): Promise<void> {
  await press(astrid, 'Begin an online service');
  await fill(astrid, {
    ...Object.fromEntries(Object.entries(name).map(([language, text]) => [`name-${language}`, text])),
    'why-egovNRN': 'To find the file of the person',
    signInsPerYear: '12000',
    signInsAtPeak: '40',
  });
  await astrid.selectOption('[name=minimumLevel]', '400');
  await astrid.selectOption('[name=authorisation]', { label: 'RR 21/2015' });
  await tick(astrid, ['keys.eid', 'keys.totp', 'contexts.citizen', 'attributes.egovNRN']);
  await press(astrid, 'Save');
  await astrid.getByRole('link', { name: 'Change the contacts' }).click();
  for (const role of ['business', 'technical', 'security', 'billing', 'outage']) {
    await astrid.fill(`[name=${role}]`, `${role}@town.example`);
  }
  await press(astrid, 'Save');
}

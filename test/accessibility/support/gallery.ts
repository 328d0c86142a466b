import type { Page } from 'playwright-core';
import { stack } from '../../support/stack.js';

export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Names of every state of every page of FAS, from its gallery. */
export async function galleryStates(): Promise<readonly string[]> {
  const response = await fetch(`${stack().addresses.fas}/fas/gallery`);
  if (!response.ok) throw new Error(`the gallery answered ${response.status}`);
  const links = [...(await response.text()).matchAll(/href="\/fas\/gallery\/([^"?]+)\?/g)];
  const states = links.map(([, name = '']) => name);
  if (states.length < 30) throw new Error(`the gallery shows ${states.length} states only`);
  return states;
}

export const galleryAddress = (state: string, language: Language): string =>
  `${stack().addresses.fas}/fas/gallery/${state}?lang=${language}`;

/** Opens the gallery itself; {@link showState} then changes what it shows. */
export async function openGallery(page: Page): Promise<void> {
  await page.goto(`${stack().addresses.fas}/fas/gallery`);
}

/**
 * Puts a state in the place of what the page shows, whole, as a navigation would: several times faster, since what a
 * test brought into the page stays. No script of the page runs.
 */
export function showState(page: Page, state: string, language: Language): Promise<void> {
  return page.evaluate(
    async (address) => {
      const html = await (await fetch(address)).text();
      const shown = new DOMParser().parseFromString(html, 'text/html').documentElement;
      document.replaceChild(document.adoptNode(shown), document.documentElement);
      const sheet = document.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
      if (sheet?.sheet === null) await new Promise((loaded) => sheet.addEventListener('load', loaded));
      await document.fonts.ready;
    },
    galleryAddress(state, language),
  );
}

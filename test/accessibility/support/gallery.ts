import type { Page } from 'playwright-core';
import { stack } from '../../support/stack.js';

export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

const GALLERIES = { fas: '/fas/gallery', sma: '/gallery', admin: '/gallery' } as const;

/** Fewer than these are a gallery that lost its pages. */
const AT_LEAST: Readonly<Record<GalleryApp, number>> = { fas: 20, sma: 20, admin: 7 };

/** The apps that show people pages. */
export type GalleryApp = keyof typeof GALLERIES;

const addressOf = (app: GalleryApp): string => `${stack().addresses[app]}${GALLERIES[app]}`;

/** Names of every state of every page of an app, from its gallery. */
export async function galleryStates(app: GalleryApp = 'fas'): Promise<readonly string[]> {
  const response = await fetch(addressOf(app));
  if (!response.ok) throw new Error(`the gallery answered ${response.status}`);
  const links = [...(await response.text()).matchAll(/href="[^"]*\/gallery\/([^"?]+)\?/g)];
  const states = links.map(([, name = '']) => name);
  if (states.length < AT_LEAST[app]) throw new Error(`the gallery shows ${states.length} states only`);
  return states;
}

export const galleryAddress = (state: string, language: Language, app: GalleryApp = 'fas'): string =>
  `${addressOf(app)}/${state}?lang=${language}`;

/** Opens the gallery itself; {@link showState} then changes what it shows. */
export async function openGallery(page: Page, app: GalleryApp = 'fas'): Promise<void> {
  await page.goto(addressOf(app));
}

/**
 * Puts a state in the place of what the page shows, as a navigation would: several times faster, since what a test
 * brought into the page stays, and the style sheet when it is the same. No script of the page runs.
 */
export function showState(
  page: Page,
  state: string,
  language: Language,
  app: GalleryApp = 'fas',
): Promise<void> {
  return page.evaluate(
    async (address) => {
      const html = await (await fetch(address)).text();
      const shown = new DOMParser().parseFromString(html, 'text/html');
      const sheetOf = (page: Document) => page.querySelector<HTMLLinkElement>('link[rel=stylesheet]');
      if (sheetOf(shown)?.href === sheetOf(document)?.href) {
        // Reading the same style sheet anew would take longer than all the rest.
        const root = document.documentElement;
        for (const name of root.getAttributeNames()) root.removeAttribute(name);
        for (const { name, value } of shown.documentElement.attributes) root.setAttribute(name, value);
        document.title = shown.title;
        root.replaceChild(document.adoptNode(shown.body), document.body);
      } else {
        document.replaceChild(document.adoptNode(shown.documentElement), document.documentElement);
        const sheet = sheetOf(document);
        if (sheet?.sheet === null) await new Promise((loaded) => sheet.addEventListener('load', loaded));
      }
      await document.fonts.ready;
    },
    galleryAddress(state, language, app),
  );
}

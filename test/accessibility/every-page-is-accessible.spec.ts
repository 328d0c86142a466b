import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { bringRules, inspect } from './support/axe.js';
import { galleryStates, LANGUAGES, openGallery, showState, type Language } from './support/gallery.js';
import { overhang } from './support/measures.js';

const VIEWS = [
  { width: 320, colorScheme: 'light' },
  { width: 1280, colorScheme: 'dark' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;

/** For one language, on a machine that does other things too. */
const PATIENCE = 180_000;

/** What only a person can decide, and somebody did. */
const DECIDED: readonly RegExp[] = [
  // A narrow screen scrolls cells out of the table's own box; their colours are judged on the wide one.
  /^color-contrast at (table|thead|tbody|tr|th|td)\b.*$/,
];

/** Each state is seen in four languages, and in each of them in another view. */
const viewOf = (state: number, language: Language) =>
  VIEWS[(state + LANGUAGES.indexOf(language)) % VIEWS.length] ?? VIEWS[0];

async function findings(page: Page, state: string, language: Language, view: (typeof VIEWS)[number]) {
  const { width, colorScheme } = view;
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await showState(page, state, language);
  const { violations, undecided } = await inspect(page);
  const open = undecided.filter((line) => !DECIDED.some((decided) => decided.test(line)));
  const sideways = (await overhang(page)) > 0 ? ['scrolls sideways'] : [];
  return [...violations, ...open.map((line) => `undecided: ${line}`), ...sideways].map(
    (line) => `${state} (${language}, ${width}, ${colorScheme}): ${line}`,
  );
}

describeInBrowser('every state of every page', () => {
  it.each(LANGUAGES)(
    'has no barrier that a program can find, narrow or wide, light or dark: %s',
    async (language) => {
      const page = await freshPage({ bypassCSP: true });
      await openGallery(page);
      await bringRules(page);
      const found: string[] = [];
      for (const [index, state] of (await galleryStates()).entries()) {
        found.push(...(await findings(page, state, language, viewOf(index, language))));
      }
      expect(found).toEqual([]);
    },
    PATIENCE,
  );
});

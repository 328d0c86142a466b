import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../../support/browser.js';
import { bringRules, inspect, type Inspection } from './axe.js';
import {
  galleryStates,
  LANGUAGES,
  openGallery,
  showState,
  type GalleryApp,
  type Language,
} from './gallery.js';
import { overhang } from './measures.js';

const VIEWS = [
  { width: 320, colorScheme: 'light' },
  { width: 320, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'dark' },
  { width: 1280, colorScheme: 'light' },
] as const;

type View = (typeof VIEWS)[number];

const NARROW = VIEWS[0];

/** For one language, on a machine that does other things too. */
const PATIENCE = 180_000;

/** What only a person can decide, and somebody did. */
const DECIDED: readonly RegExp[] = [
  // Text in a drawing: its colour is `ink-soft` on `paper`, which the test of the tokens judges.
  /^color-contrast at .* in a drawing$/,
  // One character, the arrow of a sorted column: the heading around it says the same to those who do not see it.
  /^color-contrast at span\[aria-hidden="true"\]( in a table)?$/,
];

/**
 * The rules judge each state in two languages and two views, one narrow and one wide, one light and one dark; which, the
 * states take in turns. In the other two languages only the room that the words take is looked at.
 */
function viewOf(state: number, language: Language): View | undefined {
  const turn = state + LANGUAGES.indexOf(language);
  const shift = Math.floor(state / 2) % 2;
  return turn % 2 === 0 ? VIEWS[(turn + shift) % VIEWS.length] : undefined;
}

const NOT_JUDGED: Inspection = { violations: [], undecided: [] };

/** A narrow screen scrolls cells out of the table's own box; their colours are judged on the wide one. */
const DECIDED_NARROW = /^color-contrast at .* in a table$/;

interface Seen {
  readonly app: GalleryApp;
  readonly state: string;
  readonly language: Language;
  readonly view: View | undefined;
}

async function lookThrough(page: Page, { width, colorScheme }: View): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
}

async function findings(page: Page, { app, state, language, view }: Seen) {
  const { width, colorScheme } = view ?? NARROW;
  await showState(page, state, language, app);
  const { violations, undecided } = view === undefined ? NOT_JUDGED : await inspect(page);
  const decided = width === NARROW.width ? [...DECIDED, DECIDED_NARROW] : DECIDED;
  const open = undecided.filter((line) => !decided.some((pattern) => pattern.test(line)));
  const sideways = (await overhang(page)) > 0 ? ['scrolls sideways'] : [];
  const unfilled = (await page.evaluate(() => document.body.textContent.match(/\{[a-zA-Z]+\}/g))) ?? [];
  const gaps = unfilled.map((place) => `leaves ${place} to be filled in`);
  return [...violations, ...open.map((line) => `undecided: ${line}`), ...sideways, ...gaps].map(
    (line) => `${app} ${state} (${language}, ${width}, ${colorScheme}): ${line}`,
  );
}

/** Declares the test of every state of every page of one app. */
export function everyPageIsAccessible(app: GalleryApp): void {
  describeInBrowser('every state of every page', () => {
    it.each(LANGUAGES)(
      'WA-1 WA-12 WA-13 has no barrier that a program can find, narrow or wide, light or dark: %s',
      async (language) => {
        const page = await freshPage({ bypassCSP: true });
        await openGallery(page, app);
        await bringRules(page);
        const found: string[] = [];
        const states = (await galleryStates(app)).map((state, index) => ({
          state,
          view: viewOf(index, language),
        }));
        for (const looked of VIEWS) {
          await lookThrough(page, looked);
          for (const { state, view } of states.filter((one) => (one.view ?? NARROW) === looked)) {
            found.push(...(await findings(page, { app, state, language, view })));
          }
        }
        expect(found).toEqual([]);
      },
      PATIENCE,
    );
  });
}

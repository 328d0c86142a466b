import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { galleryStates, openGallery, showState, type Language } from './support/gallery.js';
import { clipped, overhang } from './support/measures.js';

/** The reader's own spacing, as far as WCAG 1.4.12 asks. */
const SPACING = `*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
  p{margin-bottom:2em!important}`;

async function problems(
  languages: readonly Language[],
  view: { readonly width: number; readonly height: number; readonly scale?: number },
  styles?: string,
): Promise<string[]> {
  const { scale = 1, ...viewport } = view;
  const page = await freshPage({ viewport, deviceScaleFactor: scale, bypassCSP: true });
  await openGallery(page);
  const found: string[] = [];
  for (const state of await galleryStates()) {
    for (const language of languages) {
      await showState(page, state, language);
      if (styles !== undefined) await page.addStyleTag({ content: styles });
      const sideways = await overhang(page);
      if (sideways > 0) found.push(`${state} (${language}) scrolls ${sideways} px sideways`);
      found.push(...(await clipped(page)).map((element) => `${state} (${language}) cuts off ${element}`));
    }
  }
  return found;
}

// German and French have the longest words and sentences.
describeInBrowser('WA-12 every state of every page', () => {
  it('bears the reader’s own text spacing on a narrow screen (WCAG 1.4.12)', async () => {
    expect(await problems(['de'], { width: 320, height: 800 }, SPACING)).toEqual([]);
  });

  it('is enlarged to 200 % without sideways scrolling (WCAG 1.4.4)', async () => {
    expect(await problems(['fr'], { width: 640, height: 450, scale: 2 })).toEqual([]);
  });

  it('fits on a screen of 320 pixels, which is 400 % (WCAG 1.4.10)', async () => {
    expect(await problems(['de'], { width: 320, height: 256 })).toEqual([]);
  });

  it('fits with text of twice the size on a narrow screen', async () => {
    expect(await problems(['de'], { width: 640, height: 800 }, 'html{font-size:200%!important}')).toEqual([]);
  });
});

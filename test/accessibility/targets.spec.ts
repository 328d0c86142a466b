import { expect, it } from 'vitest';
import { describeInBrowser, freshPage } from '../support/browser.js';
import { galleryStates, openGallery, showState } from './support/gallery.js';

const LARGE = 44;

describeInBrowser('WA-9 what a finger has to hit', () => {
  it(`is ${LARGE} pixels high and wide at least with its label, unless it is a word in a sentence`, async () => {
    const page = await freshPage({ viewport: { width: 320, height: 800 }, hasTouch: true, bypassCSP: true });
    await openGallery(page);
    const small: string[] = [];
    for (const state of await galleryStates()) {
      await showState(page, state, 'nl');
      const found = await page.$$eval(
        'a, button, input:not([type=hidden]), select, summary',
        (elements, large) =>
          elements
            .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
            .map((element) => ({
              element,
              box: (element.closest('label') ?? element).getBoundingClientRect(),
            }))
            .filter(({ box }) => box.height < large || box.width < large)
            .map(({ element, box }) => `${element.textContent.trim()} ${box.width}x${box.height}`),
        LARGE,
      );
      small.push(...found.map((line) => `${state}: ${line}`));
    }
    expect(small).toEqual([]);
  });
});

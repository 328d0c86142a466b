import type { Page } from 'playwright-core';

/** How far the page can be scrolled sideways, in pixels. */
export const overhang = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Elements whose text is cut off. */
export const clipped = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, footer *')]
      .filter((element) => {
        const { overflowX, clipPath } = getComputedStyle(element);
        const hides = overflowX === 'hidden' || overflowX === 'clip';
        return hides && clipPath === 'none' && element.scrollWidth > element.clientWidth + 1;
      })
      .map(({ tagName, className }) => `${tagName}.${className}`),
  );

export interface Focus {
  readonly element: string;
  readonly text: string;
  readonly top: number;
  readonly left: number;
  readonly width: number;
  readonly height: number;
  /** wholly within the window */
  readonly inView: boolean;
  readonly outlineWidth: number;
  /** of the outline against what is around it */
  readonly contrast: number;
}

/** What the keyboard is on; undefined when it left the page. */
export const focused = (page: Page): Promise<Focus | undefined> =>
  page.evaluate(() => {
    const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (colour: string) => {
      const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const backgroundOf = (start: Element | null): string => {
      for (let one = start; one !== null; one = one.parentElement) {
        const { backgroundColor } = getComputedStyle(one);
        if (channels(backgroundColor)[3] !== 0) return backgroundColor;
      }
      return 'rgb(255, 255, 255)';
    };
    const element = document.activeElement;
    if (element === null || element === document.body) return undefined;
    const { top, left, right, bottom, width, height } = element.getBoundingClientRect();
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
    const [one, other] = [luminance(outlineColor), luminance(backgroundOf(element.parentElement))];
    return {
      element: `${element.tagName.toLowerCase()}${element.id && `#${element.id}`}`,
      text: (element.textContent ?? '').trim().replaceAll(/\s+/g, ' ').slice(0, 60),
      top: top + window.scrollY,
      left,
      width,
      height,
      inView: top >= -1 && left >= -1 && bottom <= window.innerHeight + 1 && right <= window.innerWidth + 1,
      outlineWidth: outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth),
      contrast: (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05),
    };
  });

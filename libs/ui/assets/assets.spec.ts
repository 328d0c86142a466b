import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { assetPaths, assets } from './assets.js';

const bodyOf = (path: string) =>
  assets()
    .find((asset) => asset.path === path)
    ?.body.toString() ?? '';

describe('assets', () => {
  it.each(assets())(
    '$path carries the hash of its content, so it may be cached for ever',
    ({ path, body }) => {
      expect(path).toContain(createHash('sha256').update(body).digest('hex').slice(0, 12));
    },
  );

  it('the stylesheet asks for nothing but our own fonts', () => {
    const css = bodyOf(assetPaths.stylesheet);
    const asked = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address);
    expect(asked).toHaveLength(2);
    for (const address of asked) expect(assets().map((asset) => asset.path)).toContain(address);
    expect(css).not.toContain('@import');
  });

  it('WA-17 follows what its reader set: size of letters, dark or light, own colours, less movement', () => {
    const css = bodyOf(assetPaths.stylesheet);
    for (const setting of ['prefers-color-scheme:dark', 'forced-colors:active', 'prefers-reduced-motion']) {
      expect(css).toContain(setting);
    }
    // Figures of a chart grow with the chart.
    const fixed = [...css.matchAll(/[^{}]*\{[^}]*font-size:[\d.]+px/g)].map(([rule]) => rule.split('{')[0]);
    expect(fixed.filter((selector = '') => !selector.includes('.chart'))).toEqual([]);
  });

  it('every colour the stylesheet names is a token', () => {
    const css = bodyOf(assetPaths.stylesheet);
    const used = new Set([...css.matchAll(/var\(--([a-z0-9-]+)\)/g)].map(([, name]) => name));
    const defined = new Set([...css.matchAll(/--([a-z0-9-]+):/g)].map(([, name]) => name));
    expect([...used].filter((name) => !defined.has(name))).toEqual([]);
  });

  it('fonts are real woff2 files', () => {
    for (const font of assets().filter((asset) => asset.contentType === 'font/woff2')) {
      expect(font.body.subarray(0, 4).toString()).toBe('wOF2');
    }
  });
});

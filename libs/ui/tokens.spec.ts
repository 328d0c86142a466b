import { describe, expect, it } from 'vitest';
import { colours } from './tokens.js';
import type { ColourToken } from './tokens.js';

/** Relative luminance and contrast ratio (WCAG 2.2, definitions). */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].toSorted((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const TEXT: readonly (readonly [ColourToken, readonly ColourToken[]])[] = [
  ['ink', ['paper', 'surface', 'sunken', 'tint', 'accent-wash', 'danger-wash', 'good-wash']],
  ['ink-soft', ['paper', 'surface', 'sunken', 'tint']],
  ['link', ['paper', 'surface']],
  ['danger', ['paper', 'surface', 'danger-wash']],
  ['good', ['paper', 'good-wash']],
  ['on-primary', ['primary', 'primary-hover']],
  ['footer-ink', ['footer-paper']],
];

const GRAPHICS: readonly (readonly [ColourToken, readonly ColourToken[]])[] = [
  ['line-strong', ['paper', 'surface', 'sunken']],
  ['accent', ['paper', 'surface', 'tint', 'accent-wash']],
  ['focus', ['paper', 'surface', 'sunken', 'tint', 'danger-wash']],
  ['footer-focus', ['footer-paper']],
  ...([1, 2, 3, 4, 5, 6] as const).map((at) => [`chart-${at}`, ['paper', 'surface']] as const),
];

const pairs = (rows: typeof TEXT) =>
  rows.flatMap(([front, backs]) => backs.map((back) => [front, back] as const));

describe.each(['light', 'dark'] as const)('colours of the %s scheme', (scheme) => {
  it.each(pairs(TEXT))('text in %s keeps 7:1 on %s', (front, back) => {
    expect(contrast(colours[scheme][front], colours[scheme][back])).toBeGreaterThanOrEqual(7);
  });

  it.each(pairs(GRAPHICS))('%s keeps 3:1 on %s', (front, back) => {
    expect(contrast(colours[scheme][front], colours[scheme][back])).toBeGreaterThanOrEqual(3);
  });
});

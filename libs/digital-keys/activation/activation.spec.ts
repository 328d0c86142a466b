import { expect, it } from 'vitest';
import { newPaperCode, normalisePaperCode } from './activation.js';

it('LE-2 a code on paper has twelve signs that are not taken for one another, and is typed in any way', () => {
  const codes = Array.from({ length: 200 }, () => newPaperCode());
  expect(new Set(codes).size).toBe(200);
  for (const code of codes) expect(code).toMatch(/^(?:[2-9A-HJKMNP-Z]{4}-?){3}$/);
  expect(normalisePaperCode(' k7mp 2qxw-9fht')).toBe('K7MP2QXW9FHT');
});

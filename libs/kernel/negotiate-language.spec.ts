import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageOfTag, negotiateLanguage } from './index.js';

describe('the language of a page', () => {
  it.each([
    [{}, 'nl'],
    [{ explicit: 'de', remembered: 'fr', uiLocales: 'en', acceptLanguage: 'nl' }, 'de'],
    [{ remembered: 'fr', uiLocales: 'en', acceptLanguage: 'nl' }, 'fr'],
    [{ uiLocales: 'it fr-BE en', acceptLanguage: 'de' }, 'fr'],
    [{ explicit: 'it', uiLocales: 'xx', acceptLanguage: 'de-BE' }, 'de'],
    [{ acceptLanguage: 'it,en;q=0.5,fr-BE;q=0.8' }, 'fr'],
    [{ acceptLanguage: 'fr;q=0, en;q=0.1' }, 'en'],
    [{ acceptLanguage: 'fr;q=high, en;q=0.1' }, 'en'],
    [{ acceptLanguage: 'de;q=0.5,en;q=0.5' }, 'de'],
    [{ acceptLanguage: 'EN-gb ; Q = 0.9, fr ; q = 0.4' }, 'en'],
    [{ acceptLanguage: '*' }, 'nl'],
    [{ acceptLanguage: ';;,,q=,' }, 'nl'],
    [{ uiLocales: '  fr  ' }, 'fr'],
  ] as const)('%j gives %s', (wishes, expected) => {
    expect(negotiateLanguage(wishes)).toBe(expected);
  });

  it('is found without reading ten thousand wishes', () => {
    const flood = Array.from({ length: 10_000 }, (_, index) => `x${index}`).join(' ');
    expect(negotiateLanguage({ uiLocales: `${flood} fr`, acceptLanguage: 'de' })).toBe('de');
  });

  it('is always one of ours, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (uiLocales, acceptLanguage) => {
        expect(LANGUAGES).toContain(negotiateLanguage({ uiLocales, acceptLanguage }));
      }),
    );
  });
});

it.each([
  ['fr', 'fr'],
  ['nl-BE', 'nl'],
  ['DE_at', 'de'],
  ['frr', undefined],
  ['', undefined],
])('the tag %s is our language %s', (tag, language) => {
  expect(languageOfTag(tag)).toBe(language);
});

import { describe, expect, it } from 'vitest';
import { allTexts, defineTexts } from './index.js';

const same = (text: string) => ({ nl: text, fr: text, de: text, en: text });

describe('texts', () => {
  it('gives the text in the language asked for', () => {
    const texts = defineTexts('spec/plain', {
      hello: { nl: 'Dag', fr: 'Bonjour', de: 'Hallo', en: 'Hello' },
    });
    expect(texts.in('fr')('hello')).toBe('Bonjour');
    expect(texts.in('de')('hello')).toBe('Hallo');
  });

  it('puts values in place of placeholders, wherever each language has them', () => {
    const texts = defineTexts('spec/placeholders', {
      sum: { nl: '{a} en {b}', fr: '{b} et {a}', de: '{a} und {b}', en: '{a} and {b}' },
    });
    expect(texts.in('fr')('sum', { a: 1, b: 'twee' })).toBe('twee et 1');
  });

  it('does not read placeholders inside an inserted value', () => {
    const texts = defineTexts('spec/nested', { greet: same('{name}, {place}') });
    expect(texts.in('en')('greet', { name: '{place}', place: 'Gent' })).toBe('{place}, Gent');
  });

  it('refuses a language that misses a placeholder, and names the key', () => {
    const text = { nl: 'Dag {name}', fr: 'Bonjour', de: 'Hallo {name}', en: 'Hello {name}' };
    expect(() => defineTexts('spec/uneven', { greet: text })).toThrow(
      "spec/uneven: greet: placeholders in 'fr'",
    );
  });

  it('refuses an empty language', () => {
    const text = { nl: 'Dag', fr: ' ', de: 'Hallo', en: 'Hello' };
    expect(() => defineTexts('spec/empty', { greet: text })).toThrow("the text in 'fr' is empty");
  });

  it('refuses an id that is taken, so that no set hides another', () => {
    defineTexts('spec/twice', { a: same('a') });
    expect(() => defineTexts('spec/twice', { a: same('b') })).toThrow('defined twice');
  });

  it('keeps every set in the registry', () => {
    defineTexts('spec/registered', { a: same('a') });
    expect(allTexts().map((texts) => texts.id)).toContain('spec/registered');
  });
});

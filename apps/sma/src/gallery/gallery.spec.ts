import { describe, expect, it } from 'vitest';
import { LANGUAGES, type Language } from '#libs/kernel';
import { galleryNames, galleryPage } from './gallery.js';

/** Every state of every page, in every language. */
const STATES = galleryNames.flatMap((name) => LANGUAGES.map((language) => [name, language] as const));

const pageOf = (name: string, language: Language) => galleryPage(name, language) ?? '';

/** What is wrong, by state; a rule gives the words of what it finds. */
const findings = (rule: (html: string, language: Language) => readonly string[]): string[] =>
  STATES.flatMap(([name, language]) =>
    rule(pageOf(name, language), language).map((found) => `${name} (${language}): ${found}`),
  );

const valuesOf = (html: string, attribute: string): string[] =>
  [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map(([, value = '']) => value);

const tagsOf = (html: string, tag: string): string[] =>
  [...html.matchAll(new RegExp(`<${tag}\\b(?:[^>"]|"[^"]*")*>`, 'g'))].map(([found]) => found);

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);

describe('every page of My digital keys', () => {
  it('is there, in a hundred states and more', () => {
    expect(galleryNames.length).toBeGreaterThan(100);
    expect(repeated(galleryNames)).toEqual([]);
  });

  it('WA-15 gives the secret of a picture as text and as a link too, and says what the picture is', () => {
    const showing = STATES.filter(([name, language]) => pageOf(name, language).includes('class="qr-code"'));
    expect(showing.length).toBeGreaterThanOrEqual(LANGUAGES.length);
    for (const [name, language] of showing) {
      const html = pageOf(name, language);
      const [secret = ''] = valuesOf(html, 'data-secret');
      const [text = ''] = /(?<=data-secret="[^"]*">)[^<]+/.exec(html) ?? [];
      expect(text.replaceAll(/\s/g, '')).toBe(secret);
      const link = valuesOf(html, 'href').find((address) => address.startsWith('otpauth:'));
      expect(link).toContain(`secret=${secret}`);
      expect(/<svg class="qr-code" role="img" aria-label="[^"]{20,}"/.test(html)).toBe(true);
    }
  });

  it('WA-2 has one main heading, no level left out, one main region, and each identifier once', () => {
    const found = findings((html) => {
      const levels = [...html.matchAll(/<h([1-6])\b/g)].map(([, level]) => Number(level));
      const jumps = levels.filter((level, at) => at > 0 && level > (levels[at - 1] ?? 0) + 1);
      return [
        ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not one h1']),
        ...jumps.map((level) => `h${level} too deep`),
        ...(tagsOf(html, 'main').length === 1 ? [] : ['not one main']),
        ...repeated(valuesOf(html, 'id')).map((id) => `id ${id} twice`),
      ];
    });
    expect(found).toEqual([]);
  });

  it('WA-4 ties errors to their fields, and says in its title that there is one', () => {
    const found = findings((html) => {
      const ids = new Set(valuesOf(html, 'id'));
      const named = ['for', 'aria-describedby', 'aria-labelledby'].flatMap((attribute) =>
        valuesOf(html, attribute).flatMap((value) => value.split(' ')),
      );
      const hasErrors = html.includes('class="error-summary"');
      const says = /<title>(Error|Fout|Erreur|Fehler)/.test(html);
      return [
        ...named.filter((id) => !ids.has(id)).map((id) => `${id} is named and not there`),
        ...(hasErrors && !says ? ['errors, and a title that does not say so'] : []),
        ...(hasErrors && !html.includes('aria-invalid="true"') ? ['no field is marked'] : []),
      ];
    });
    expect(found).toEqual([]);
  });

  it('WA-5 WA-6 says what each field is for, so that browsers and password managers fill it in', () => {
    const found = findings((html) =>
      tagsOf(html, 'input')
        .filter((input) => !/type="(hidden|checkbox|radio|file)"/.test(input))
        .filter((input) => !/autocomplete="[a-z- ]+"/.test(input))
        .map((input) => `no autocomplete: ${input}`),
    );
    expect(found).toEqual([]);
    const codes = STATES.flatMap(([name, language]) => tagsOf(pageOf(name, language), 'input')).filter(
      (input) => input.includes('autocomplete="one-time-code"'),
    );
    expect(codes.length).toBeGreaterThan(0);
    expect(codes.filter((input) => !input.includes('inputmode="numeric"'))).toEqual([]);
  });

  it('WA-8 WA-18 has help, contact and the accessibility statement in the same place', () => {
    const footers = STATES.map(
      ([name, language]) => /<footer.*<\/footer>/s.exec(pageOf(name, language))?.[0],
    );
    const ways = footers.map((footer = '') =>
      valuesOf(footer, 'href')
        .map((href) => href.replace(/\?.*$/, ''))
        .join(' '),
    );
    expect(new Set(ways).size).toBe(1);
    expect(ways[0]).toContain('/accessibility');
    expect(ways[0]).toContain('/help');
  });

  it('WA-14 is wholly in its language: no place is left to be filled in, and the page says which it is', () => {
    const found = findings((html, language) => [
      ...(html.includes(`<html lang="${language}"`) ? [] : ['another language in its head']),
      ...(html.replaceAll(/<(script|style)\b.*?<\/\1>/gs, '').match(/\{[a-zA-Z]+\}/g) ?? []),
    ]);
    expect(found).toEqual([]);
  });

  it('WA-16 has forms that are sent without a script', () => {
    const found = findings((html) =>
      [...html.matchAll(/<form\b.*?<\/form>/gs)]
        .map(([form]) => form)
        .filter((form) => !/<form[^>]*\saction="\//.test(form) || !/<button\b[^>]*type="submit"/.test(form))
        .map((form) => form.slice(0, 120)),
    );
    expect(found).toEqual([]);
  });

  it('PR-9 asks nothing of anybody else: whatever a browser fetches by itself is ours', () => {
    const found = findings((html) =>
      [
        ...['script', 'img', 'iframe', 'source', 'embed', 'object'].flatMap((tag) => tagsOf(html, tag)),
        ...tagsOf(html, 'link'),
      ].filter((tag) => /(src|href|data|srcset)="(?!\/|data:)/.test(tag) || /="\/\//.test(tag)),
    );
    expect(found).toEqual([]);
  });
});

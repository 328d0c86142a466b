import { beforeAll, describe, expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import type { Language } from '#libs/kernel';
import { allTexts } from '#libs/texts';
import { galleryIndex, galleryNames, galleryPage } from './gallery.js';

const all = (html: string, pattern: RegExp): string[] =>
  [...html.matchAll(pattern)].map(([, found = '']) => found);

const pageOf = (name: string, language: Language): string => galleryPage(name, language) ?? '';

describe('gallery', () => {
  it('names are unique, and an unknown name is no page', () => {
    expect(new Set(galleryNames).size).toBe(galleryNames.length);
    expect(galleryPage('nowhere', 'nl')).toBeUndefined();
  });

  it('the index leads to every state', () => {
    const index = galleryIndex('fr');
    for (const name of galleryNames) expect(index).toContain(`/fas/gallery/${name}?lang=fr`);
  });
});

describe.each(galleryNames)('%s', (name) => {
  let pages: Map<Language, string>;
  beforeAll(() => {
    pages = new Map(LANGUAGES.map((language) => [language, pageOf(name, language)]));
  });

  it.each(LANGUAGES)('has sound ids, labels and headings in %s', (language) => {
    const html = pages.get(language) ?? '';
    const ids = all(html, / id="([^"]+)"/g);
    expect(new Set(ids).size).toBe(ids.length);
    const referred = all(html, / (?:for|aria-labelledby|aria-describedby)="([^"]+)"/g);
    for (const id of referred.flatMap((list) => list.split(' '))) expect(ids).toContain(id);
    for (const target of all(html, / href="#([^"]+)"/g)) expect(ids).toContain(target);
    const visible = all(html, /<input ((?![^>]*type="hidden")[^>]*)>/g);
    for (const input of visible) expect(html).toContain(`for="${/ ?id="([^"]+)"/.exec(input)?.[1]}"`);
    const headings = all(html, /<h([1-6])[ >]/g).map(Number);
    expect(headings[0]).toBe(1);
    headings.reduce((before, level) => (expect(level).toBeLessThanOrEqual(before + 1), level));
  });

  it('has one h1, a way on, help and no inline style', () => {
    for (const html of pages.values()) {
      expect(html.match(/<h1[ >]/g)).toHaveLength(1);
      expect(html).toMatch(/<(form|a class="(button|tile))/);
      expect(html).toContain('class="footer-help"');
      expect(html).not.toMatch(/ style="|<style|\son[a-z]+="/);
      expect(html).not.toMatch(/(src|href)="(https?:)?\/\//);
    }
  });

  it('has no empty place and no placeholder left, in any language', () => {
    for (const html of pages.values()) {
      expect(html).not.toMatch(/undefined|\[object|\{[a-zA-Z]+\}/);
    }
  });
});

/** Pages for who connects a service, in the words of the standards that they work with. */
const FOR_INTEGRATORS = ['saml-self-test', 'operations/components', 'admin/'];

const forPeople = allTexts().filter(({ id }) => !FOR_INTEGRATORS.some((part) => id.startsWith(part)));

describe('texts', () => {
  it.each(forPeople.map((texts) => [texts.id, texts] as const))(
    '%s speak to the person without jargon',
    (_id, texts) => {
      const words = Object.values(texts.definitions).flatMap((text) => Object.values(text));
      for (const text of words)
        expect(text).not.toMatch(/\b(OTP|TOTP|SAML|OIDC|token endpoint|authenticatie)\b/);
    },
  );
});

import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import { keyNames } from './key-names.texts.js';
import { mailTemplates } from './mail-templates.js';
import { renderMail } from './mail-template.js';
import { newSignInMail, type NewSignIn } from './new-sign-in/new-sign-in.mail.js';

const data: NewSignIn = {
  at: '2026-03-02T08:15:00Z',
  service: { nl: 'Dossier <b>&', fr: 'Dossier <b>&', de: 'Akte <b>&', en: 'File <b>&' },
  key: 'totp',
  place: 'Gent',
  address: '192.0.2.x',
  manageUrl: 'https://sma.example/?a=1&b=2',
};

describe.each(LANGUAGES)('the notice of a new sign-in in %s', (language) => {
  const { subject, html, text } = renderMail(newSignInMail, data, language);

  it('WA-19 says when, where, with what and what to do, in both parts', () => {
    for (const fact of ['Gent', '192.0.2.x', keyNames.in(language)('totp'), '2026', '9:15']) {
      expect(html).toContain(fact);
      expect(text).toContain(fact);
    }
    expect(subject).toContain('<b>');
    expect(text).toContain('https://sma.example/?a=1&b=2');
    expect(html).toContain('href="https://sma.example/?a=1&amp;b=2"');
  });

  it('WA-19 has links that say where they lead', () => {
    const links = [...html.matchAll(/<a [^>]*>([^<]+)</g)].map(([, words = '']) => words.trim());
    expect(links.length).toBeGreaterThan(0);
    for (const words of links) expect(words).toMatch(/\p{L}+ .*\p{L}{4}/u);
  });

  it('is a whole, escaped page in its language, without outside parts or scripts', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}"`));
    expect(html).not.toContain('<b>&');
    expect(html).toContain('color-scheme');
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/);
    expect(html.match(/<h1/g)).toHaveLength(1);
  });
});

it('names every template once', () => {
  const names = mailTemplates.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});

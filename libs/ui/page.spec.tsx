import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import { ErrorPage, Page, exampleFrame, renderPage } from './index.js';

const HOSTILE = `<script>alert("x")</script>'&`;

describe('page shell', () => {
  it.each([
    ['nl', 'Fout: '],
    ['fr', 'Erreur\u00A0: '],
    ['de', 'Fehler: '],
    ['en', 'Error: '],
  ] as const)('the title of a problem in %s starts with "%s"', (language, prefix) => {
    const frame = exampleFrame(language);
    const html = renderPage(
      <ErrorPage frame={frame} title="T" explanation="E" action="A" reference="7K3F-9QXM" />,
    );
    expect(html).toContain(`<title>${prefix}T – CSAM`);
    expect(html).toContain('7K3F-9QXM');
  });

  it.each(LANGUAGES)('says its language and marks it in the switch: %s', (language) => {
    const html = renderPage(
      <Page frame={exampleFrame(language)} title="T">
        <h1>T</h1>
      </Page>,
    );
    expect(html).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
    expect(html).toMatch(new RegExp(`hreflang="${language}" aria-current="true"`));
    for (const other of LANGUAGES) expect(html).toContain(`href="?lang=${other}"`);
  });

  it('escapes everything it is given', () => {
    const frame = { ...exampleFrame('nl'), serviceName: HOSTILE, environment: HOSTILE, csrf: HOSTILE };
    const service = { application: HOSTILE, agency: HOSTILE };
    const html = renderPage(
      <Page frame={frame} title={HOSTILE} service={service}>
        <h1>{HOSTILE}</h1>
      </Page>,
    );
    expect(html).not.toContain('<script>');
  });

  it('carries a script only with a nonce', () => {
    const page = (nonce?: string) =>
      renderPage(
        <Page frame={{ ...exampleFrame('nl'), nonce }} title="T">
          <h1>T</h1>
        </Page>,
      );
    expect(page()).not.toContain('<script');
    expect(page('n0nce')).toMatch(/<script defer nonce="n0nce" src="\/assets\/csam-[0-9a-f]+\.js">/);
  });

  it('an error page without a way back still leads somewhere', () => {
    const frame = exampleFrame('nl');
    const html = renderPage(<ErrorPage frame={frame} title="T" explanation="E" action="A" reference="R" />);
    expect(html).toContain(`class="button" href="${frame.links.help}"`);
  });
});

import { expect, it } from 'vitest';
import { LANGUAGES } from '#libs/kernel';
import { renderPage } from '#libs/ui';
import { helpTexts } from './help.texts.js';
import { informationPagesExamples } from './information-pages.examples.js';

it.each(LANGUAGES)('WA-17 the help says in %s how these pages are used in one’s own way', (language) => {
  const help = informationPagesExamples.find(({ name }) => name === 'help');
  if (help === undefined) throw new Error('the gallery has no help');
  expect(renderPage(help.render(language))).toContain(helpTexts.in(language)('ease'));
});

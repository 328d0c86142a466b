import type { Language } from '#libs/kernel';
import {
  certificateSetupExamples,
  codeSetupExamples,
  passkeySetupExamples,
  passwordSetupExamples,
  tokenSetupExamples,
  totpSetupExamples,
} from '#libs/digital-keys';
import { whatsNewExamples } from '#libs/operations';
import { exampleKeysFrame, Page, renderPage, type PageExample } from '#libs/ui';
import { contactDataExamples } from '../contact-data/contact-data.examples.js';
import { activationExamples } from '../activation/activation.examples.js';
import { keysExamples } from '../keys/keys.examples.js';
import { ownPagesExamples } from './own-pages.examples.js';
import { myDataExamples } from '../my-data/my-data.examples.js';
import { recoveryExamples } from '../recovery/recovery.examples.js';
import { galleryTexts } from './gallery.texts.js';

const examples: readonly PageExample[] = [
  ...ownPagesExamples,
  ...keysExamples,
  ...myDataExamples,
  ...activationExamples,
  ...contactDataExamples,
  ...recoveryExamples,
  ...passwordSetupExamples,
  ...totpSetupExamples,
  ...tokenSetupExamples,
  ...codeSetupExamples,
  ...passkeySetupExamples,
  ...certificateSetupExamples,
  ...whatsNewExamples(exampleKeysFrame),
];

/** Names of all states of SMA's pages. */
export const galleryNames: readonly string[] = examples.map(({ name }) => name);

/** The page in one of its states; undefined when no state has this name. */
export function galleryPage(name: string, language: Language): string | undefined {
  const example = examples.find((one) => one.name === name);
  return example && renderPage(example.render(language));
}

/** A list of links to every state. */
export function galleryIndex(language: Language): string {
  const title = galleryTexts.in(language)('title');
  return renderPage(
    <Page frame={exampleKeysFrame(language)} title={title}>
      <h1>{title}</h1>
      <ul class="bullets">
        {galleryNames.map((name) => (
          <li key={name}>
            <a href={`/gallery/${name}?lang=${language}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>,
  );
}

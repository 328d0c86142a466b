import type { Language } from '#libs/kernel';
import {
  certificateExamples,
  emailExamples,
  smsExamples,
  eidExamples,
  identityServiceExamples,
  passkeyExamples,
  selfregExamples,
  passwordExamples,
  tokenExamples,
  totpExamples,
} from '#libs/digital-keys';
import { Page, errorPageExamples, exampleFrame, renderPage } from '#libs/ui';
import type { PageExample } from '#libs/ui';
import { cardTestExamples } from '../card-test/card-test.examples.js';
import { autoPostExamples } from '../front-door/auto-post.examples.js';
import { samlSelfTestExamples } from '../front-door/saml/self-test/self-test.examples.js';
import { homeExamples } from '../home/home.examples.js';
import { informationPagesExamples } from '../information/information-pages.examples.js';
import { chooseCompanyExamples } from '../journey/choose-company/choose-company.examples.js';
import { chooseKeyExamples } from '../journey/choose-key/choose-key.examples.js';
import { informationExamples } from '../journey/confirm-release/information.examples.js';
import { expiredExamples } from '../journey/expired/expired.examples.js';
import { linkProfileExamples } from '../journey/link-profile/link-profile.examples.js';
import { refusedExamples } from '../journey/refused/refused.examples.js';
import { signedOutExamples } from '../journey/signed-out/signed-out.examples.js';
import { galleryTexts } from './gallery.texts.js';

const examples: readonly PageExample[] = [
  ...homeExamples,
  ...chooseKeyExamples,
  ...eidExamples,
  ...identityServiceExamples,
  ...passkeyExamples,
  ...passwordExamples,
  ...totpExamples,
  ...tokenExamples,
  ...certificateExamples,
  ...smsExamples,
  ...emailExamples,
  ...selfregExamples,
  ...chooseCompanyExamples,
  ...informationExamples,
  ...linkProfileExamples,
  ...refusedExamples,
  ...expiredExamples,
  ...autoPostExamples,
  ...signedOutExamples,
  ...informationPagesExamples,
  ...cardTestExamples,
  ...samlSelfTestExamples,
  ...errorPageExamples,
];

/** Names of all states of FAS's pages. */
export const galleryNames: readonly string[] = examples.map((example) => example.name);

/** The page in one of its states; undefined when no state has this name. */
export function galleryPage(name: string, language: Language): string | undefined {
  const example = examples.find((one) => one.name === name);
  return example && renderPage(example.render(language));
}

/** A list of links to every state, relative to `/fas/gallery`. */
export function galleryIndex(language: Language): string {
  const title = galleryTexts.in(language)('title');
  return renderPage(
    <Page frame={exampleFrame(language)} title={title}>
      <h1>{title}</h1>
      <ul class="bullets">
        {galleryNames.map((name) => (
          <li key={name}>
            <a href={`/fas/gallery/${name}?lang=${language}`}>{name}</a>
          </li>
        ))}
      </ul>
    </Page>,
  );
}

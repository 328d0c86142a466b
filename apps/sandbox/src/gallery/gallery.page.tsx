import { LANGUAGES } from '#libs/kernel';
import { LANGUAGE_NAMES } from '#libs/ui';
import { SandboxPage } from '../shell/sandbox-page.js';

export function GalleryPage({ address }: { address: string }) {
  return (
    <SandboxPage title="Gallery">
      <h1>Gallery</h1>
      <p class="lead">Every page of the sign-in service in every state, shown by the service itself.</p>
      <ul class="bullets">
        {LANGUAGES.map((language) => (
          <li key={language}>
            <a href={`${address}?lang=${language}`} lang={language}>
              {LANGUAGE_NAMES[language]}
            </a>
          </li>
        ))}
      </ul>
    </SandboxPage>
  );
}

import { HiddenFields, Page } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { autoPostTexts } from './auto-post.texts.js';

export interface AutoPostProps {
  /** without its nonce the form waits for the button */
  readonly frame: PageFrame;
  readonly application: string;
  /** the registered address of the service; also the page's only `form-action` */
  readonly action: string;
  /** e.g. `SAMLResponse` and `RelayState`; nothing of ours is added, least of all the csrf token */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Carries a message to the service by POST (SAML bindings 3.5). The script sends the form at once; without
 * script the button does.
 */
export function AutoPostPage({ frame, application, action, fields }: AutoPostProps) {
  const t = autoPostTexts.in(frame.language);
  const title = t('title', { application });
  const script = frame.nonce && (
    <script nonce={frame.nonce} dangerouslySetInnerHTML={{ __html: 'document.forms[0].submit()' }} />
  );
  return (
    <Page frame={frame} title={title} once end={script}>
      <h1>{title}</h1>
      <p class="lead">{t('explanation')}</p>
      <form method="post" action={action}>
        <HiddenFields fields={fields} />
        <button type="submit" class="button">
          {t('submit', { application })}
        </button>
      </form>
    </Page>
  );
}

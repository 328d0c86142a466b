import { Button, Form, type PageFrame } from '#libs/ui';
import { ownPagesTexts } from './own-pages.texts.js';

export type OwnPage = 'overview' | 'contact' | 'history' | 'sessions' | 'my-data';

const PAGES: readonly OwnPage[] = ['overview', 'contact', 'history', 'sessions', 'my-data'];

/** The pages of somebody who is signed in, above each of them. */
export function OwnPages({ frame, current }: { readonly frame: PageFrame; readonly current: OwnPage }) {
  const t = ownPagesTexts.in(frame.language);
  return (
    <nav class="own-pages" aria-label={t('label')}>
      <ul class="staff-links">
        {PAGES.map((page) => (
          <li key={page}>
            <a href={`/${page}`} aria-current={page === current ? 'page' : undefined}>
              {t(page)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Ends the session in this app; beside the content of every page of somebody who is signed in. */
export function SignOut({ frame, name }: { readonly frame: PageFrame; readonly name: string | undefined }) {
  const t = ownPagesTexts.in(frame.language);
  return (
    <section class="card flow small">
      <h2>{t('signedIn')}</h2>
      {name !== undefined && <p>{name}</p>}
      <Form frame={frame} action="/sign-out">
        <Button look="secondary">{t('signOut')}</Button>
      </Form>
    </section>
  );
}

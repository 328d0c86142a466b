import { Page, type PageFrame } from '#libs/ui';
import { homeTexts } from './home.texts.js';

/** What this place is, before anybody signs in. */
export function HomePage({ frame }: { readonly frame: PageFrame }) {
  const t = homeTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
    </Page>
  );
}

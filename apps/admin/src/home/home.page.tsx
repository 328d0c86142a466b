import { Buttons, LinkButton, Page, type PageFrame } from '#libs/ui';
import { homeTexts } from './home.texts.js';

/** What this place is, and what it can do today. */
export function HomePage({ frame }: { readonly frame: PageFrame }) {
  const t = homeTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <Buttons>
        <LinkButton href="/operations/status">{t('status')}</LinkButton>
        <LinkButton href="/account/" look="secondary">
          {t('signIn')}
        </LinkButton>
      </Buttons>
      <h2>{t('restTitle')}</h2>
      <p>{t('rest')}</p>
    </Page>
  );
}

import { Buttons, LinkButton, Page, type PageFrame } from '#libs/ui';
import { homeTexts } from './home.texts.js';

/** What this place is, and the way in. */
export function HomePage({ frame }: { readonly frame: PageFrame }) {
  const t = homeTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <Buttons>
        <LinkButton href="/account">{t('signIn')}</LinkButton>
        <LinkButton href="/operations/status" look="secondary">
          {t('status')}
        </LinkButton>
      </Buttons>
      <h2>{t('howTitle')}</h2>
      <p>{t('how')}</p>
    </Page>
  );
}

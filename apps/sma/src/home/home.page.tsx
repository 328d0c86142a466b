import { Buttons, LinkButton, Page, type PageFrame } from '#libs/ui';
import { homeTexts } from './home.texts.js';

/** What this place is, before anybody signs in. */
export function HomePage({ frame }: { readonly frame: PageFrame }) {
  const t = homeTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')} side={<Care language={frame.language} />}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <Buttons>
        <LinkButton href="/overview/">{t('signIn')}</LinkButton>
        <LinkButton href="/recovery" look="secondary">
          {t('cannot')}
        </LinkButton>
      </Buttons>
      <h2>{t('insideTitle')}</h2>
      <ul class="bullets">
        <li>{t('insideKeys')}</li>
        <li>{t('insideHistory')}</li>
        <li>{t('insideSessions')}</li>
      </ul>
      <h2>{t('levelsTitle')}</h2>
      <p>{t('levels')}</p>
    </Page>
  );
}

function Care({ language }: Pick<PageFrame, 'language'>) {
  const t = homeTexts.in(language);
  return (
    <section class="card flow small">
      <h2>{t('careTitle')}</h2>
      <p>{t('care')}</p>
    </section>
  );
}

import { Buttons, LinkButton, Page } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { homeTexts } from './home.texts.js';

export interface HomeProps {
  readonly frame: PageFrame;
  /** My digital keys */
  readonly keysHref: string;
}

/** For someone who lands here without a service having sent them. */
export function HomePage({ frame, keysHref }: HomeProps) {
  const t = homeTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')} side={<Care language={frame.language} />}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <h2>{t('startTitle')}</h2>
      <p>{t('start')}</p>
      <h2>{t('keysTitle')}</h2>
      <p>{t('keys')}</p>
      <Buttons>
        <LinkButton href={keysHref}>{t('keysLink')}</LinkButton>
      </Buttons>
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

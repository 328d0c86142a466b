import { Notice, Page, PageMark, SummaryList, WayBack } from '#libs/ui';
import type { PageFrame, WayBackTo } from '#libs/ui';
import { progressWord, type LeftService } from './left-service.js';
import { signedOutTexts } from './signed-out.texts.js';

export interface SignedOutProps {
  readonly frame: PageFrame;
  /** every application that shared the session, and whether it confirmed */
  readonly services: readonly LeftService[];
  readonly wayBack: WayBackTo;
}

/** The end of single logout: honest about services that did not confirm. */
export function SignedOutPage({ frame, services, wayBack }: SignedOutProps) {
  const t = signedOutTexts.in(frame.language);
  const whole = services.every(({ state }) => state === 'confirmed' || state === 'told');
  const title = whole ? t('doneTitle') : t('partialTitle');
  return (
    <Page frame={frame} title={title}>
      <PageMark kind={whole ? 'success' : 'warning'} />
      <h1>{title}</h1>
      {whole ? (
        <p class="lead">{t('done')}</p>
      ) : (
        <Notice kind="warning" title={t('partial')}>
          <p>{t('partialAction')}</p>
        </Notice>
      )}
      {services.length > 0 && (
        <>
          <h2 class="visually-hidden">{t('services')}</h2>
          <SummaryList
            items={services.map((service) => ({
              label: service.name,
              value: progressWord(service, frame.language),
            }))}
          />
        </>
      )}
      {whole && <p>{t('sharedDevice')}</p>}
      <WayBack frame={frame} to={wayBack} />
    </Page>
  );
}

import { Buttons, LinkButton, Notice, Page, SummaryList } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { progressWord, type LeftService } from './left-service.js';
import { signedOutTexts } from './signed-out.texts.js';

export interface SigningOutProps {
  readonly frame: PageFrame;
  /** every application that shared the session, and how far it is */
  readonly services: readonly LeftService[];
  /** where the browser goes on to the next service */
  readonly nextHref: string;
}

/** Between two services that only the browser can tell; who comes back by the Back button finds it again. */
export function SigningOutPage({ frame, services, nextHref }: SigningOutProps) {
  const t = signedOutTexts.in(frame.language);
  const late = services.filter(({ state }) => state === 'visited');
  return (
    <Page frame={frame} title={t('progressTitle')}>
      <h1>{t('progressTitle')}</h1>
      <p class="lead">{t('progress')}</p>
      {late.map(({ name }) => (
        <Notice key={name} kind="warning">
          <p>{t('noAnswer', { service: name })}</p>
        </Notice>
      ))}
      <SummaryList
        items={services.map((service) => ({
          label: service.name,
          value: progressWord(service, frame.language),
        }))}
      />
      <Buttons>
        <LinkButton href={nextHref}>{t('goOn')}</LinkButton>
      </Buttons>
    </Page>
  );
}

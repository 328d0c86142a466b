import { Buttons, LinkButton, Page } from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { signedOutTexts } from './signed-out.texts.js';

export interface ChooseSignOutProps {
  readonly frame: PageFrame;
  /** the service that the person signs out of */
  readonly service: string;
  /** the others that share the session */
  readonly others: readonly string[];
  readonly everywhereHref: string;
  readonly onlyHref: string;
}

/**
 * Shown when a service signs the person out and other services must be visited for that: everywhere, or here only.
 * Links, not forms: where they lead goes on from service to service, and a form may lead to addresses that are known
 * beforehand only (CSP form-action).
 */
export function ChooseSignOutPage({ frame, service, others, everywhereHref, onlyHref }: ChooseSignOutProps) {
  const t = signedOutTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('confirmTitle')}>
      <h1>{t('confirmTitle')}</h1>
      <p class="lead">{t('choose', { service })}</p>
      <ul class="bullets">
        {others.map((other) => (
          <li key={other}>{other}</li>
        ))}
      </ul>
      <p>{t('sharedDeviceChoose')}</p>
      <Buttons>
        <LinkButton href={everywhereHref}>{t('everywhere')}</LinkButton>
        <LinkButton href={onlyHref} look="secondary">
          {t('onlyHere', { service })}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

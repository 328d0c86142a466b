import type { DigitalKey } from '#libs/digital-keys';
import { Button, Buttons, Form, keyName, LinkButton, Notice, Page, type PageFrame } from '#libs/ui';
import { keysTexts } from './keys.texts.js';

export type ConfirmedAction = 'suspend' | 'resume' | 'revoke';

export interface ConfirmKeyActionProps {
  readonly frame: PageFrame;
  readonly own: DigitalKey;
  readonly action: ConfirmedAction;
  /** Keys that end together with this one. */
  readonly also: readonly DigitalKey[];
  /** No other key is active. */
  readonly last: boolean;
}

/** What will follow, before it happens. */
export function ConfirmKeyActionPage({ frame, own, action, also, last }: ConfirmKeyActionProps) {
  const { language } = frame;
  const t = keysTexts.in(language);
  const title = t(`ask-${action}`, { key: own.label ?? keyName(own.kind, language) });
  return (
    <Page frame={frame} title={title}>
      <h1>{title}</h1>
      <p class="lead">{t(`lead-${action}`)}</p>
      <h2>{t('follows')}</h2>
      <ul class="bullets">
        <li>{t(`effect-${action}`)}</li>
        {action !== 'resume' && <li>{t('effectSessions')}</li>}
        <li>{t(`undo-${action}`)}</li>
      </ul>
      {also.length > 0 && (
        <Notice kind="warning" title={t('alsoTitle')}>
          <ul class="bullets">
            {also.map((key) => (
              <li key={key.id}>{keyName(key.kind, language)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {last && action !== 'resume' && (
        <Notice kind="warning" title={t('lastTitle')}>
          <p>{t('last')}</p>
        </Notice>
      )}
      <Form frame={frame} action={`/keys/${own.id}/${action}`}>
        <Buttons>
          <Button>{t(`do-${action}`)}</Button>
          <LinkButton href={`/keys/${own.id}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}

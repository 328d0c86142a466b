import type { DigitalKey } from '#libs/digital-keys';
import {
  Button,
  Buttons,
  CheckboxField,
  ErrorSummary,
  Form,
  keyName,
  LinkButton,
  Notice,
  Page,
  type PageFrame,
} from '#libs/ui';
import { keysTexts } from './keys.texts.js';

export type ConfirmedAction = 'suspend' | 'resume' | 'revoke';

export interface ConfirmKeyActionProps {
  readonly frame: PageFrame;
  readonly own: DigitalKey;
  readonly action: ConfirmedAction;
  /** Keys that end together with this one. */
  readonly also: readonly DigitalKey[];
  /** Nothing would be left to sign in with. */
  readonly last: boolean;
  /** It was asked without saying that this is known. */
  readonly unsaid?: boolean;
}

/** What will follow, before it happens. */
export function ConfirmKeyActionPage(props: ConfirmKeyActionProps) {
  const { frame, own, action, also, last, unsaid = false } = props;
  const { language } = frame;
  const t = keysTexts.in(language);
  const title = t(`ask-${action}`, { key: own.label ?? keyName(own.kind, language) });
  return (
    <Page frame={frame} title={title} problem={unsaid}>
      <h1>{title}</h1>
      <ErrorSummary
        language={language}
        problems={unsaid ? [{ field: 'understood', message: t('understandFirst') }] : []}
      />
      <p class="lead">{t(`lead-${action}`)}</p>
      <h2>{t('follows')}</h2>
      <ul class="bullets">
        <li>{t(`effect-${action}`)}</li>
        {action !== 'resume' && <li>{t('effectSessions')}</li>}
        <li>{t(`undo-${action}`)}</li>
      </ul>
      <Warnings frame={frame} also={also} last={last && action !== 'resume'} />
      <Form frame={frame} action={`/keys/${own.id}/${action}`}>
        {last && action === 'revoke' && <Understood frame={frame} unsaid={unsaid} />}
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

function Warnings({
  frame: { language },
  also,
  last,
}: Pick<ConfirmKeyActionProps, 'frame' | 'also' | 'last'>) {
  const t = keysTexts.in(language);
  return (
    <>
      {also.length > 0 && (
        <Notice kind="warning" title={t('alsoTitle')}>
          <ul class="bullets">
            {also.map((key) => (
              <li key={key.id}>{keyName(key.kind, language)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {last && (
        <Notice kind="warning" title={t('lastTitle')}>
          <p>{t('last')}</p>
        </Notice>
      )}
    </>
  );
}

/** What cannot be undone and leaves nothing behind is not done by a slip of the finger. */
function Understood({
  frame: { language },
  unsaid,
}: {
  readonly frame: PageFrame;
  readonly unsaid: boolean;
}) {
  const t = keysTexts.in(language);
  return (
    <CheckboxField
      language={language}
      name="understood"
      label={t('understood')}
      checked={false}
      {...(unsaid && { error: t('understandFirst') })}
    />
  );
}

import { Button, Buttons, ErrorSummary, Form, LinkButton, Page, TextField, type PageFrame } from '#libs/ui';
import { activationTexts } from './activation.texts.js';

export interface ActivateProps {
  readonly frame: PageFrame;
  readonly action: string;
  /** `left`: tries that are left after a wrong one. */
  readonly state: { readonly kind: 'ask'; readonly left?: number } | { readonly kind: 'over' };
}

/** The code on paper, asked from whoever came by the mailed link. */
export function ActivatePage({ frame, action, state }: ActivateProps) {
  const { language } = frame;
  const t = activationTexts.in(language);
  if (state.kind === 'over') return <Over frame={frame} />;
  const message = state.left === undefined ? undefined : t('wrong', { left: state.left });
  return (
    <Page frame={frame} title={t('title')} problem={message !== undefined}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      <p class="lead">{t('lead')}</p>
      <Form frame={frame} action={action}>
        <TextField
          language={language}
          name="code"
          label={t('code')}
          hint={t('codeHint')}
          error={message}
          autocomplete="off"
          autocapitalize="none"
        />
        <Buttons>
          <Button>{t('next')}</Button>
          <LinkButton href="/" look="quiet">
            {t('start')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}

/** The link or the way is over: what to do instead. */
export function Over({ frame }: { readonly frame: PageFrame }) {
  const t = activationTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('overTitle')}>
      <h1>{t('overTitle')}</h1>
      <p class="lead">{t('over')}</p>
      <p>{t('overOffice')}</p>
      <Buttons>
        <LinkButton href="/">{t('start')}</LinkButton>
      </Buttons>
    </Page>
  );
}

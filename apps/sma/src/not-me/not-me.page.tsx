import { Button, Buttons, Form, LinkButton, Page, PageMark, type PageFrame } from '#libs/ui';
import { notMeTexts } from './not-me.texts.js';

export interface NotMeProps {
  readonly frame: PageFrame;
  readonly state: 'ask' | 'done' | 'dead';
  readonly action: string;
}

/** "This was not me": what it does, and that it was done. Opening the page changes nothing. */
export function NotMePage({ frame, state, action }: NotMeProps) {
  const t = notMeTexts.in(frame.language);
  const title = t(`title-${state}`);
  return (
    <Page frame={frame} title={title}>
      {state === 'done' && <PageMark kind="success" />}
      <h1>{title}</h1>
      <p class="lead">{t(`lead-${state}`)}</p>
      {state === 'ask' ? (
        <Form frame={frame} action={action}>
          <ul class="bullets">
            <li>{t('suspends')}</li>
            <li>{t('endsSessions')}</li>
            <li>{t('tells')}</li>
          </ul>
          <Buttons>
            <Button>{t('report')}</Button>
            <LinkButton href="/" look="quiet">
              {t('wasMe')}
            </LinkButton>
          </Buttons>
        </Form>
      ) : (
        <>
          {state === 'done' && <Next frame={frame} />}
          <Buttons>
            <LinkButton href="/overview/">{t('toKeys')}</LinkButton>
            <LinkButton href={frame.links.contact} look="secondary">
              {t('toHelp')}
            </LinkButton>
          </Buttons>
        </>
      )}
    </Page>
  );
}

function Next({ frame }: Pick<NotMeProps, 'frame'>) {
  const t = notMeTexts.in(frame.language);
  return (
    <>
      <h2>{t('nextTitle')}</h2>
      <ol class="bullets">
        {(['signIn', 'check', 'password', 'agency'] as const).map((step) => (
          <li key={step}>{t(`next-${step}`)}</li>
        ))}
      </ol>
      <p>{t('undo')}</p>
    </>
  );
}

import { Button, Buttons, Form, LinkButton, Page, PageMark, type PageFrame } from '#libs/ui';
import { myDataTexts } from './my-data.texts.js';

export interface EraseProps {
  readonly frame: PageFrame;
  readonly done: boolean;
}

/** What is erased, what stays and why; before and after. */
export function ErasePage({ frame, done }: EraseProps) {
  const t = myDataTexts.in(frame.language);
  const title = done ? t('erasedTitle') : t('askEraseTitle');
  return (
    <Page frame={frame} title={title}>
      {done && <PageMark kind="success" />}
      <h1>{title}</h1>
      <h2>{t('goesTitle')}</h2>
      <ul class="bullets">
        <li>{t('goesKeys')}</li>
        <li>{t('goesContacts')}</li>
        <li>{t('goesNumber')}</li>
        <li>{t('goesSessions')}</li>
      </ul>
      <h2>{t('staysTitle')}</h2>
      <p>{t('stays')}</p>
      <p>{t('comeBack')}</p>
      {done ? (
        <Buttons>
          <LinkButton href="/">{t('start')}</LinkButton>
        </Buttons>
      ) : (
        <Form frame={frame} action="/my-data/erase">
          <Buttons>
            <Button>{t('eraseNow')}</Button>
            <LinkButton href="/my-data" look="quiet">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </Form>
      )}
    </Page>
  );
}

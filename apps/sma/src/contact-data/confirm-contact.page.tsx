import type { ContactKind } from '#libs/people';
import { Button, Buttons, CodeField, ErrorSummary, Form, LinkButton, Page, type PageFrame } from '#libs/ui';
import { contactTexts } from './contact-data.texts.js';
import { showNumber } from './show-number.js';

export interface ConfirmContactProps {
  readonly frame: PageFrame;
  readonly kind: ContactKind;
  readonly value: string;
  readonly problem?: 'wrong' | 'over' | 'taken';
}

/** The code that came there. */
export function ConfirmContactPage({ frame, kind, value, problem }: ConfirmContactProps) {
  const { language } = frame;
  const t = contactTexts.in(language);
  const message = problem && t(`code-${problem}`);
  return (
    <Page frame={frame} title={t(`confirm-${kind}`)} problem={message !== undefined}>
      <h1>{t(`confirm-${kind}`)}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: 'code', message }] : []} />
      <p class="lead">{t(`sent-${kind}`, { value: showNumber(value) })}</p>
      <Form frame={frame} action={`/contact/confirm/${kind}`}>
        <CodeField language={language} name="code" label={t('code')} error={message} />
        <Buttons>
          <Button>{t('confirm')}</Button>
          <LinkButton href={`/contact/add/${kind}`} look="quiet">
            {t('again')}
          </LinkButton>
        </Buttons>
      </Form>
    </Page>
  );
}

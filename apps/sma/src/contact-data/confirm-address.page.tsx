import { Button, Buttons, Form, LinkButton, Page, PageMark, type PageFrame } from '#libs/ui';
import { contactTexts } from './contact-data.texts.js';

export interface ConfirmAddressProps {
  readonly frame: PageFrame;
  readonly state: 'ask' | 'done' | 'dead' | 'taken';
  readonly action: string;
}

/** From the link in the mail: one press, and the address counts. */
export function ConfirmAddressPage({ frame, state, action }: ConfirmAddressProps) {
  const t = contactTexts.in(frame.language);
  const title = t(`link-${state}-title`);
  return (
    <Page frame={frame} title={title}>
      {state === 'done' && <PageMark kind="success" />}
      <h1>{title}</h1>
      <p class="lead">{t(`link-${state}`)}</p>
      {state === 'ask' ? (
        <Form frame={frame} action={action}>
          <Button>{t('confirm')}</Button>
        </Form>
      ) : (
        <Buttons>
          <LinkButton href="/contact">{t('toContacts')}</LinkButton>
        </Buttons>
      )}
    </Page>
  );
}

import type { OwnContact } from '#libs/people';
import { Button, Buttons, Form, LinkButton, Notice, Page, type PageFrame } from '#libs/ui';
import { contactTexts } from './contact-data.texts.js';
import { showNumber } from './show-number.js';

export interface RemoveContactProps {
  readonly frame: PageFrame;
  readonly contact: OwnContact;
  /** Why it cannot go. */
  readonly stays?: 'last-mail' | 'sms-key' | 'email-key' | undefined;
}

/** What follows from removing an address or number. */
export function RemoveContactPage({ frame, contact, stays }: RemoveContactProps) {
  const t = contactTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('removeTitle')}>
      <h1>{t('removeTitle')}</h1>
      <p class="lead digits">{showNumber(contact.value)}</p>
      {stays === undefined ? (
        <Form frame={frame} action={`/contact/${contact.id}/remove`}>
          <p>{t('removeEffect')}</p>
          <Buttons>
            <Button>{t('remove')}</Button>
            <LinkButton href="/contact" look="quiet">
              {t('cancel')}
            </LinkButton>
          </Buttons>
        </Form>
      ) : (
        <>
          <Notice kind="warning" title={t('staysTitle')}>
            <p>{t(`stays-${stays}`)}</p>
          </Notice>
          <Buttons>
            <LinkButton href="/contact">{t('toContacts')}</LinkButton>
          </Buttons>
        </>
      )}
    </Page>
  );
}

import type { SignedInPerson } from '#libs/service-provider';
import { formatDateTime } from '#libs/texts';
import { Button, Buttons, Form, Page, strengthWord, SummaryList, type PageFrame } from '#libs/ui';
import { accountTexts } from './account.texts.js';

export interface AccountProps {
  readonly frame: PageFrame;
  readonly person: Pick<SignedInPerson, 'level' | 'authenticatedAt' | 'attributes'>;
}

/** That signing in worked, and what it gives: nothing yet. */
export function AccountPage({ frame, person: { level, authenticatedAt, attributes } }: AccountProps) {
  const { language } = frame;
  const t = accountTexts.in(language);
  const name = attributes.get('givenName');
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <SummaryList
        items={[
          ...(name === undefined ? [] : [{ label: t('name'), value: name }]),
          { label: t('level'), value: strengthWord(level, language) },
          { label: t('since'), value: formatDateTime(authenticatedAt, language) },
        ]}
      />
      <Form frame={frame} action="/sign-out">
        <Buttons>
          <Button look="secondary">{t('signOut')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

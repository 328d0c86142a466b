import { Buttons, LinkButton, Page, PageMark, type PageFrame } from '#libs/ui';
import { signedOutTexts } from './signed-out.texts.js';

export interface SignedOutProps {
  readonly frame: PageFrame;
  /** Given when the person only left this app: where the rest of single sign-on ends. */
  readonly signOutOfFas?: string;
}

/** After leaving; says what has ended and what has not. */
export function SignedOutPage({ frame, signOutOfFas }: SignedOutProps) {
  const t = signedOutTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <PageMark kind="success" />
      <h1>{t('title')}</h1>
      <p class="lead">{signOutOfFas === undefined ? t('everywhere') : t('here')}</p>
      {signOutOfFas !== undefined && <p>{t('elsewhere')}</p>}
      <Buttons>
        {signOutOfFas !== undefined && <LinkButton href={signOutOfFas}>{t('signOutOfFas')}</LinkButton>}
        <LinkButton href="/" look={signOutOfFas === undefined ? 'primary' : 'secondary'}>
          {t('start')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

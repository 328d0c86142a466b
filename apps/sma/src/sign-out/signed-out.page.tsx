import { Buttons, LinkButton, Page, PageMark, type PageFrame } from '#libs/ui';
import { signedOutTexts } from './signed-out.texts.js';

export interface SignedOutProps {
  readonly frame: PageFrame;
  /** Given when the person only left this app: where the rest of single sign-on ends. */
  readonly signOutOfFas?: string;
  /** The key with which the person was here was suspended or removed by them. */
  readonly keyEnded?: boolean;
}

/** After leaving; says what has ended and what has not. */
export function SignedOutPage({ frame, signOutOfFas, keyEnded = false }: SignedOutProps) {
  const t = signedOutTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <PageMark kind="success" />
      <h1>{t('title')}</h1>
      <p class="lead">{leadOf(t, signOutOfFas, keyEnded)}</p>
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

function leadOf(
  t: ReturnType<typeof signedOutTexts.in>,
  signOutOfFas: string | undefined,
  keyEnded: boolean,
) {
  if (keyEnded) return t('keyEnded');
  return signOutOfFas === undefined ? t('everywhere') : t('here');
}

import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Page,
  PageMark,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { recoveryTexts } from './recovery.texts.js';

/** For whoever cannot sign in: the quickest way first, then one for each thing that can be lost. */
export function RecoveryStartPage({ frame }: { readonly frame: PageFrame }) {
  const t = recoveryTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('title')}>
      <h1>{t('title')}</h1>
      <h2>{t('strongTitle')}</h2>
      <p>{t('strong')}</p>
      <Buttons>
        <LinkButton href="/keys/new/password">{t('strongGo')}</LinkButton>
      </Buttons>
      <h2>{t('otherTitle')}</h2>
      <ul class="ways-out">
        {(['mail', 'lost', 'office'] as const).map((way) => (
          <li key={way}>
            <a href={`/recovery/${way}`}>{t(`${way}Link`)}</a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

export interface RecoveryMailProps {
  readonly frame: PageFrame;
  readonly state:
    { readonly kind: 'ask'; readonly problem?: boolean; readonly typed?: string } | { readonly kind: 'sent' };
}

/** Asks the mail address; afterwards it says the same to everybody. */
export function RecoveryMailPage({ frame, state }: RecoveryMailProps) {
  const { language } = frame;
  const t = recoveryTexts.in(language);
  if (state.kind === 'sent') return <Sent frame={frame} />;
  const message = state.problem ? t('mailForm') : undefined;
  return (
    <Page frame={frame} title={t('mailTitle')} problem={message !== undefined}>
      <Back frame={frame} />
      <h1>{t('mailTitle')}</h1>
      <ErrorSummary language={language} problems={message ? [{ field: 'email', message }] : []} />
      <p class="lead">{t('mailLead')}</p>
      <Form frame={frame} action="/recovery/mail">
        <TextField
          language={language}
          name="email"
          type="email"
          label={t('email')}
          hint={t('emailHint')}
          value={state.typed}
          error={message}
          autocomplete="email"
          autocapitalize="none"
        />
        <Buttons>
          <Button>{t('mailSend')}</Button>
        </Buttons>
      </Form>
    </Page>
  );
}

function Sent({ frame }: { readonly frame: PageFrame }) {
  const t = recoveryTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('sentTitle')}>
      <PageMark kind="success" />
      <h1>{t('sentTitle')}</h1>
      <p class="lead">{t('sent')}</p>
      <p>{t('sentNothing')}</p>
      <Buttons>
        <LinkButton href="/recovery" look="secondary">
          {t('back')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

const STEPS = {
  lost: ['lostBlock', 'lostStrong', 'lostOffice'],
  office: ['officeGo', 'officeGet', 'officeAt', 'officeOld'],
} as const;

export interface RecoveryAdviceProps {
  readonly frame: PageFrame;
  readonly about: keyof typeof STEPS;
}

/** What to do, step by step, when something more than the password is gone. */
export function RecoveryAdvicePage({ frame, about }: RecoveryAdviceProps) {
  const t = recoveryTexts.in(frame.language);
  return (
    <Page frame={frame} title={t(`${about}Title`)}>
      <Back frame={frame} />
      <h1>{t(`${about}Title`)}</h1>
      <p class="lead">{t(`${about}Lead`)}</p>
      <ol class="bullets">
        {STEPS[about].map((step) => (
          <li key={step}>{t(step)}</li>
        ))}
      </ol>
      <Buttons>
        {about === 'lost' && <LinkButton href="/overview/">{t('lostGo')}</LinkButton>}
        <LinkButton href={frame.links.contact} look="secondary">
          {t('desk')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

function Back({ frame }: { readonly frame: PageFrame }) {
  return (
    <p>
      <a class="standalone" href="/recovery">
        {recoveryTexts.in(frame.language)('back')}
      </a>
    </p>
  );
}

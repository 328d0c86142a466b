import { formatDuration } from '#libs/texts';
import {
  Button,
  Buttons,
  CodeField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  Page,
  PageMark,
  TextField,
} from '#libs/ui';
import type { PageFrame } from '#libs/ui';
import { RegistrationShell, type RegistrationFrame } from './registration-shell.js';
import { registrationPageTexts } from './registration.texts.js';

export type MailProblem =
  { readonly kind: 'wrong' | 'expired' } | { readonly kind: 'capped'; readonly waitMs: number };

export interface MailPageProps extends RegistrationFrame {
  readonly mail?: string;
  readonly login?: string;
  readonly problem?: MailProblem;
}

/** The first step: the mail address. */
export function MailPage({ mail, login, problem, ...of }: MailPageProps) {
  const { language } = of.frame;
  const t = registrationPageTexts.in(language);
  const error = problem?.kind === 'wrong' ? t('mailWrong') : undefined;
  return (
    <RegistrationShell {...of} title={t('mailTitle')} step={1} problem={problem !== undefined}>
      <ErrorSummary language={language} problems={error ? [{ field: 'emailAddress', message: error }] : []} />
      {problem && <MailNotice problem={problem} frame={of.frame} />}
      <p class="lead">{t('mailLead')}</p>
      <Form frame={of.frame} action={of.action} fields={login === undefined ? {} : { login }}>
        <TextField
          language={language}
          name="emailAddress"
          type="email"
          label={t('mail')}
          hint={t('mailHint')}
          value={mail}
          error={error}
          autocomplete="email"
          autocapitalize="none"
        />
        <Buttons>
          <Button>{t('mailNext')}</Button>
        </Buttons>
      </Form>
      <p class="soft small">{t('mailForgot')}</p>
    </RegistrationShell>
  );
}

function MailNotice({ problem, frame: { language } }: { problem: MailProblem; frame: PageFrame }) {
  const t = registrationPageTexts.in(language);
  switch (problem.kind) {
    case 'wrong':
      return null;
    case 'expired':
      return (
        <Notice kind="problem" title={t('expiredTitle')}>
          <p>{t('expired')}</p>
        </Notice>
      );
    case 'capped':
      return (
        <Notice kind="problem" title={t('cappedTitle')}>
          <p>{t('capped', { wait: formatDuration(problem.waitMs, language) })}</p>
        </Notice>
      );
  }
}

export interface CodePageProps extends RegistrationFrame {
  readonly mail: string;
  /** to the first step */
  readonly startHref: string;
  readonly said?: 'codeWrong' | 'resent' | 'notNow';
}

/** The second step: what stands in the mail. */
export function CodePage({ mail, startHref, said, ...of }: CodePageProps) {
  const { language } = of.frame;
  const t = registrationPageTexts.in(language);
  const error = said === 'codeWrong' ? t(said) : undefined;
  return (
    <RegistrationShell {...of} title={t('codeTitle')} step={2} problem={error !== undefined}>
      <ErrorSummary language={language} problems={error ? [{ field: 'code', message: error }] : []} />
      <p class="lead">{t('codeLead', { mail })}</p>
      {(said === 'resent' || said === 'notNow') && (
        <Notice kind={said === 'resent' ? 'success' : 'warning'}>
          <p>{t(said)}</p>
        </Notice>
      )}
      <Form frame={of.frame} action={of.action}>
        <CodeField language={language} name="code" label={t('code')} hint={t('codeHint')} error={error} />
        <Buttons>
          <Button>{t('codeNext')}</Button>
          <Button look="secondary" name="resend" value="1">
            {t('resend')}
          </Button>
        </Buttons>
      </Form>
      <Notice title={t('nothingTitle')}>
        <p>{t('nothing')}</p>
        <p>
          <a class="standalone" href={startHref}>
            {t('otherMail')}
          </a>
        </p>
      </Notice>
    </RegistrationShell>
  );
}

/** Too many wrong codes: no form that would only fail. */
export function SpentPage({ startHref, ...of }: RegistrationFrame & { readonly startHref: string }) {
  const t = registrationPageTexts.in(of.frame.language);
  return (
    <RegistrationShell {...of} title={t('expiredTitle')} step={2} problem>
      <p class="lead">{t('codeSpent')}</p>
      <Buttons>
        <LinkButton href={startHref}>{t('mailTitle')}</LinkButton>
      </Buttons>
    </RegistrationShell>
  );
}

/** The link of the mail, in the right browser. A button confirms: programs that read mail follow links. */
export function ConfirmMailPage({
  mail,
  proof,
  ...of
}: RegistrationFrame & { readonly mail: string; readonly proof: string }) {
  const t = registrationPageTexts.in(of.frame.language);
  return (
    <RegistrationShell {...of} title={t('confirmTitle')} step={2} problem={false}>
      <p class="lead">{t('confirmLead', { mail })}</p>
      <Form frame={of.frame} action={of.action} fields={{ proof }}>
        <Buttons>
          <Button>{t('confirm')}</Button>
        </Buttons>
      </Form>
    </RegistrationShell>
  );
}

interface Alone {
  readonly frame: PageFrame;
}

/** The link of the mail, in another browser: it opens nothing there. */
export function OtherBrowserPage({ frame, startHref }: Alone & { readonly startHref: string }) {
  const t = registrationPageTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('foreignTitle')} problem>
      <PageMark kind="warning" />
      <h1>{t('foreignTitle')}</h1>
      <p class="lead">{t('foreign')}</p>
      <Buttons>
        <LinkButton look="secondary" href={startHref}>
          {t('startHere')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

/** The profile was made outside of a login, or its login is over. */
export function ProfileReadyPage({ frame, homeHref }: Alone & { readonly homeHref: string }) {
  const t = registrationPageTexts.in(frame.language);
  return (
    <Page frame={frame} title={t('doneTitle')}>
      <PageMark kind="success" />
      <h1>{t('doneTitle')}</h1>
      <p class="lead">{t('done')}</p>
      <Buttons>
        <LinkButton look="secondary" href={homeHref}>
          {t('home')}
        </LinkButton>
      </Buttons>
    </Page>
  );
}

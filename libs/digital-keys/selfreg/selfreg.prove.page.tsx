import { Button, Buttons, ErrorSummary, Form, LinkButton, PasswordField, TextField } from '#libs/ui';
import type { FieldProblem } from '#libs/ui';
import type { CredentialsProblem } from '../password/credentials-form.js';
import { ProveFrame, Throttled } from '../prove-frame.js';
import type { ProveAddresses } from '../prove-frame.js';
import { selfregTexts } from './selfreg.texts.js';

export type SelfregProveState =
  | { readonly kind: 'ask'; readonly problem?: CredentialsProblem; readonly mail?: string }
  | { readonly kind: 'throttled'; readonly waitMs: number };

export interface SelfregProveProps extends ProveAddresses {
  readonly state: SelfregProveState;
  /** where a profile is made, within this login */
  readonly registrationHref: string;
}

const MISSING_MAIL: readonly string[] = ['missing-username', 'missing-both'];
const MISSING_PASSWORD: readonly string[] = ['missing-password', 'missing-both'];

/** Mail address and password; looks the same whether the profile exists or not. */
export function SelfregProvePage({ state, registrationHref, ...addresses }: SelfregProveProps) {
  const { language } = addresses.frame;
  const t = selfregTexts.in(language);
  const of = { ...addresses, forgotHref: registrationHref, forgotWords: t('forgot') };
  if (state.kind === 'throttled') {
    return (
      <ProveFrame of={of} title={t('title')} problem>
        <Throttled of={of} waitMs={state.waitMs} />
      </ProveFrame>
    );
  }
  return (
    <ProveFrame of={of} title={t('title')} problem={state.problem !== undefined}>
      <Credentials of={of} state={state} />
      <section class="flow" aria-labelledby="no-profile">
        <h2 id="no-profile">{t('noProfile')}</h2>
        <p>{t('noProfileLead')}</p>
        <LinkButton href={registrationHref} look="secondary">
          {t('makeProfile')}
        </LinkButton>
      </section>
    </ProveFrame>
  );
}

interface CredentialsProps {
  readonly of: ProveAddresses;
  readonly state: Extract<SelfregProveState, { kind: 'ask' }>;
}

function Credentials({ of, state: { problem, mail } }: CredentialsProps) {
  const { language } = of.frame;
  const t = selfregTexts.in(language);
  const messages = {
    username: messageFor(problem, MISSING_MAIL) && t('missingMail'),
    password: messageFor(problem, MISSING_PASSWORD) && t('missingPassword'),
    ...(problem === 'wrong' && { username: t('wrong') }),
  };
  const problems: FieldProblem[] = (['username', 'password'] as const).flatMap((field) => {
    const message = messages[field];
    return message ? [{ field, message }] : [];
  });
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form frame={of.frame} action={of.action}>
        <TextField
          language={language}
          name="username"
          type="email"
          label={t('mail')}
          value={mail}
          error={messages.username || undefined}
          autocomplete="username"
          autocapitalize="none"
        />
        <PasswordField
          language={language}
          name="password"
          label={t('password')}
          error={messages.password || undefined}
        />
        <Buttons>
          <Button>{t('submit')}</Button>
        </Buttons>
      </Form>
    </>
  );
}

const messageFor = (problem: CredentialsProblem | undefined, missing: readonly string[]): boolean =>
  problem !== undefined && missing.includes(problem);

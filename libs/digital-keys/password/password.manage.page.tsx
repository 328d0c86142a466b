import { Button, Buttons, ErrorSummary, Form, PasswordField, TextField, type FieldProblem } from '#libs/ui';
import type { SetupAddresses } from '../life/manage.js';
import { SetupFrame } from '../life/setup-frame.js';
import type { NewPasswordProblem, UsernameProblem } from './new-password.js';
import { newPasswordTexts } from './password.manage.texts.js';

export interface NewPasswordProblems {
  readonly username?: UsernameProblem;
  readonly password?: NewPasswordProblem;
  readonly current?: 'current-wrong' | 'current-locked';
}

export interface NewPasswordProps extends SetupAddresses {
  /** What is asked beside the new password. */
  readonly asks: 'username' | 'current' | 'nothing';
  readonly problems: NewPasswordProblems;
  readonly username?: string | undefined;
}

/** A new username and password, or another password. */
export function NewPasswordPage({ asks, problems, username, ...of }: NewPasswordProps) {
  const { language } = of.frame;
  const t = newPasswordTexts.in(language);
  const message = (key: keyof NewPasswordProblems) => problems[key] && t(problems[key]);
  const title = asks === 'username' ? t('title') : t('titleChange');
  const list = (['username', 'current', 'password'] as const).flatMap((field): FieldProblem[] => {
    const text = message(field);
    return text === undefined ? [] : [{ field, message: text }];
  });
  return (
    <SetupFrame of={of} title={title} problem={list.length > 0}>
      <ErrorSummary language={language} problems={list} />
      <Form frame={of.frame} action={of.action}>
        {asks === 'username' && (
          <TextField
            language={language}
            name="username"
            label={t('username')}
            hint={t('usernameHint')}
            value={username}
            error={message('username')}
            autocomplete="username"
            autocapitalize="none"
          />
        )}
        {asks === 'current' && (
          <PasswordField
            language={language}
            name="current"
            label={t('current')}
            error={message('current')}
            autocomplete="current-password"
          />
        )}
        <PasswordField
          language={language}
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          error={message('password')}
          autocomplete="new-password"
        />
        <Buttons>
          <Button>{t('submit')}</Button>
        </Buttons>
      </Form>
    </SetupFrame>
  );
}

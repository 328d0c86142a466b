import { Button, Buttons, ErrorSummary, Form, PasswordField, TextField } from '#libs/ui';
import type { FieldProblem, PageFrame } from '#libs/ui';
import { passwordTexts } from './password.texts.js';

/** What was wrong with user name and password; never which of the two, nor whether the user exists. */
export type CredentialsProblem = 'missing-username' | 'missing-password' | 'missing-both' | 'wrong';

export interface CredentialsFormProps {
  readonly frame: PageFrame;
  readonly action: string;
  /** what the person typed before; a password is never sent back */
  readonly username?: string;
  readonly problem?: CredentialsProblem;
  /** a code follows after this form, so the button says `Next` */
  readonly codeFollows?: boolean;
}

/** The error summary for above the form: the page puts it right after its h1. */
export function CredentialsProblems({ frame: { language }, problem }: CredentialsFormProps) {
  const { username, password } = messagesOf(problem, language);
  const problems: FieldProblem[] = [];
  if (username) problems.push({ field: 'username', message: username });
  if (password) problems.push({ field: 'password', message: password });
  return <ErrorSummary language={language} problems={problems} />;
}

/** User name and password, shared by every key that starts with them. */
export function CredentialsForm({ frame, action, username, problem, codeFollows }: CredentialsFormProps) {
  const { language } = frame;
  const t = passwordTexts.in(language);
  const messages = messagesOf(problem, language);
  return (
    <Form frame={frame} action={action}>
      <TextField
        language={language}
        name="username"
        label={t('username')}
        value={username}
        error={messages.username}
        autocomplete="username"
        autocapitalize="none"
      />
      <PasswordField language={language} name="password" label={t('password')} error={messages.password} />
      <Buttons>
        <Button>{codeFollows ? t('next') : t('submit')}</Button>
      </Buttons>
    </Form>
  );
}

function messagesOf(problem: CredentialsProblem | undefined, language: PageFrame['language']) {
  const t = passwordTexts.in(language);
  switch (problem) {
    case 'missing-username':
      return { username: t('missingUsername') };
    case 'missing-password':
      return { password: t('missingPassword') };
    case 'missing-both':
      return { username: t('missingUsername'), password: t('missingPassword') };
    case 'wrong':
      return { username: t('wrong') };
    default:
      return {};
  }
}

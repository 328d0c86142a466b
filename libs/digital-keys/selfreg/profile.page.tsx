import { LANGUAGES, type Language } from '#libs/kernel';
import type { PasswordRefusal } from '#libs/security';
import { Button, Buttons, ErrorSummary, Form, LANGUAGE_NAMES, PasswordField, TextField } from '#libs/ui';
import type { FieldProblem } from '#libs/ui';
import { RegistrationShell, type RegistrationFrame } from './registration-shell.js';
import { registrationPageTexts } from './registration.texts.js';

/** What is wrong with the fields, in their order on the page. */
export interface ProfileProblems {
  readonly firstname?: true;
  readonly lastname?: true;
  readonly password?: { readonly reason: PasswordRefusal; readonly minimum: number };
  readonly eulaApproval?: true;
}

export interface ProfilePageProps extends RegistrationFrame {
  readonly mail: string;
  /** as typed before; a password is never sent back */
  readonly values?: {
    readonly firstname?: string;
    readonly lastname?: string;
    readonly language?: Language;
    readonly agreed?: boolean;
  };
  readonly problems?: ProfileProblems;
}

/** The third step: name, language, password, agreement (the fields of the real page). */
export function ProfilePage({ mail, values = {}, problems = {}, ...of }: ProfilePageProps) {
  const { language } = of.frame;
  const t = registrationPageTexts.in(language);
  const messages = messagesOf(problems, language);
  const listed = Object.entries(messages).map(([field, message]): FieldProblem => ({ field, message }));
  return (
    <RegistrationShell {...of} title={t('profileTitle')} step={3} problem={listed.length > 0}>
      <ErrorSummary language={language} problems={listed} />
      <p class="lead">{t('profileLead', { mail })}</p>
      <Form frame={of.frame} action={of.action}>
        <TextField
          language={language}
          name="firstname"
          label={t('given')}
          value={values.firstname}
          error={messages['firstname']}
        />
        <TextField
          language={language}
          name="lastname"
          label={t('family')}
          value={values.lastname}
          error={messages['lastname']}
        />
        <LanguageChoice language={language} chosen={values.language ?? language} />
        <input type="hidden" name="username" value={mail} autocomplete="username" />
        <PasswordField
          language={language}
          name="password"
          label={t('password')}
          hint={t('passwordHint')}
          error={messages['password']}
          autocomplete="new-password"
        />
        <Agreement language={language} agreed={values.agreed ?? false} error={messages['eulaApproval']} />
        <Buttons>
          <Button name="register-weak-profile" value="1">
            {t('finish')}
          </Button>
        </Buttons>
      </Form>
    </RegistrationShell>
  );
}

function LanguageChoice({ language, chosen }: { language: Language; chosen: Language }) {
  return (
    <div class="field">
      <label class="field-label" for="language">
        {registrationPageTexts.in(language)('language')}
      </label>
      <select id="language" name="language" class="input">
        {LANGUAGES.map((one) => (
          <option key={one} value={one} selected={one === chosen}>
            {LANGUAGE_NAMES[one]}
          </option>
        ))}
      </select>
    </div>
  );
}

function Agreement(props: { language: Language; agreed: boolean; error: string | undefined }) {
  const { language, agreed, error } = props;
  return (
    <div class="field">
      {error && (
        <span class="field-error" id="eulaApproval-error">
          {error}
        </span>
      )}
      <label class="choice" for="eulaApproval">
        <input
          id="eulaApproval"
          type="checkbox"
          name="eulaApproval"
          value="yes"
          checked={agreed}
          aria-describedby={error && 'eulaApproval-error'}
          aria-invalid={error ? 'true' : undefined}
        />
        <span>{registrationPageTexts.in(language)('agree')}</span>
      </label>
    </div>
  );
}

function messagesOf(problems: ProfileProblems, language: Language): Record<string, string> {
  const t = registrationPageTexts.in(language);
  const { firstname, lastname, password, eulaApproval } = problems;
  return {
    ...(firstname && { firstname: t('nameWrong') }),
    ...(lastname && { lastname: t('nameWrong') }),
    ...(password && {
      password:
        password.reason === 'too-short' ? t('too-short', { minimum: password.minimum }) : t(password.reason),
    }),
    ...(eulaApproval && { eulaApproval: t('agreeMissing') }),
  };
}

import type { ComponentChildren } from 'preact';
import type { Language } from '#libs/kernel';
import { componentTexts } from './component.texts.js';
import { Icon } from './icon.js';

export interface FieldProps {
  readonly language: Language;
  /** also the element's id, so that the error summary can link to it */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly error?: string;
  /** may be left empty */
  readonly optional?: boolean;
}

export interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'tel' | 'url' | 'date';
  /** `numeric` brings up digits on a phone */
  readonly inputmode?: 'numeric' | 'decimal';
  readonly value?: string;
  readonly autocomplete?: 'username' | 'email' | 'tel' | 'off';
  readonly autocapitalize?: 'none';
}

export function TextField({
  type = 'text',
  value,
  autocomplete,
  autocapitalize,
  inputmode,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        {...describedInput(field)}
        class="input"
        type={type}
        inputmode={inputmode}
        list={undefined}
        value={value}
        autocomplete={autocomplete}
        autocapitalize={autocapitalize}
        spellcheck={false}
      />
    </FieldFrame>
  );
}

export interface TextAreaFieldProps extends FieldProps {
  readonly rows: number;
  readonly value?: string;
  /** words of a person, not a message of a protocol */
  readonly prose?: boolean;
}

/** For text of many lines that is pasted more than typed, such as a message of a protocol. */
export function TextAreaField({ rows, value, prose = false, ...field }: TextAreaFieldProps) {
  return (
    <FieldFrame {...field}>
      <textarea
        {...describedInput(field)}
        class={prose ? 'input input-prose' : 'input input-text'}
        rows={rows}
        autocomplete="off"
        spellcheck={false}
        value={value}
      />
    </FieldFrame>
  );
}

export interface PasswordFieldProps extends FieldProps {
  readonly autocomplete?: 'current-password' | 'new-password';
}

/** @param accept kinds of files that the browser offers first, for example `.pem,.crt` */
export function FileField({ accept, ...field }: FieldProps & { readonly accept: string }) {
  return (
    <FieldFrame {...field}>
      <input {...describedInput(field)} class="input" type="file" accept={accept} />
    </FieldFrame>
  );
}

/** Never carries a value back to the browser; the show button appears only where the script runs. */
export function PasswordField({ autocomplete = 'current-password', ...field }: PasswordFieldProps) {
  const t = componentTexts.in(field.language);
  return (
    <FieldFrame {...field}>
      <div class="with-button">
        <input
          {...describedInput(field)}
          class="input"
          type="password"
          autocomplete={autocomplete}
          autocapitalize="none"
          spellcheck={false}
        />
        <button
          type="button"
          hidden
          class="button button-secondary"
          data-reveal={field.name}
          data-show={t('showPassword')}
          data-hide={t('hidePassword')}
        >
          {t('showPassword')}
        </button>
      </div>
    </FieldFrame>
  );
}

/** One field for a whole security code: paste, autofill and password managers all work. */
export function CodeField(field: FieldProps) {
  return (
    <FieldFrame {...field}>
      <input
        {...describedInput(field)}
        class="input input-code"
        type="text"
        inputmode="numeric"
        autocomplete="one-time-code"
        autocapitalize="none"
        spellcheck={false}
        maxLength={12}
      />
    </FieldFrame>
  );
}

export function describedInput({ name, hint, error, optional = false }: FieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    required: !optional,
    'aria-describedby': described || undefined,
    'aria-invalid': error ? ('true' as const) : undefined,
  };
}

export function FieldFrame(props: FieldProps & { children: ComponentChildren }) {
  const { language, name, label, hint, error, children } = props;
  return (
    <div class="field">
      <label class="field-label" for={name}>
        {label}
      </label>
      {hint && (
        <span class="field-hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field-error" id={`${name}-error`}>
          <Icon name="problem" size={24} />
          <span>
            <span class="visually-hidden">{componentTexts.in(language)('errorPrefix')} </span>
            {error}
          </span>
        </span>
      )}
      {children}
    </div>
  );
}

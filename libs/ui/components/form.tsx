import type { ComponentChildren } from 'preact';
import { CSRF_FIELD } from '../frame.js';
import type { PageFrame } from '../frame.js';

export interface HiddenFieldsProps {
  readonly frame?: PageFrame;
  readonly fields?: Readonly<Record<string, string>>;
}

/** What a form carries unseen: the token against cross-site requests and the given fields. */
export function HiddenFields({ frame, fields = {} }: HiddenFieldsProps) {
  // Read once: an app may make the token only when a form asks for it.
  const token = frame?.csrf;
  return (
    <>
      {token && <input type="hidden" name={CSRF_FIELD} value={token} />}
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

export interface FormProps extends HiddenFieldsProps {
  readonly frame: PageFrame;
  readonly action: string;
  /** It carries a file. */
  readonly upload?: boolean;
  readonly children: ComponentChildren;
}

/**
 * A form posted to our own address. Browser checks are off: their messages come in the browser's language
 * and disappear, ours stay beside the field.
 */
export function Form({ frame, action, fields, upload = false, children }: FormProps) {
  return (
    <form
      class="form"
      method="post"
      action={action}
      encType={upload ? 'multipart/form-data' : undefined}
      noValidate
    >
      <HiddenFields frame={frame} fields={fields} />
      {children}
    </form>
  );
}

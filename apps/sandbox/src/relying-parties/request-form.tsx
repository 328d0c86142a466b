import type { ComponentChildren } from 'preact';
import { LANGUAGES } from '#libs/kernel';
import { LANGUAGE_NAMES } from '#libs/ui';
import { LEVEL_CLASSES } from './level-class.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
}

export function SelectField({
  name,
  label,
  choices,
}: {
  name: string;
  label: string;
  choices: readonly Choice[];
}) {
  return (
    <div class="field">
      <label class="field-label" for={name}>
        {label}
      </label>
      <select class="input" id={name} name={name}>
        {choices.map(({ value, label: words }) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

export interface CheckFieldProps {
  readonly name: string;
  readonly value: string;
  readonly checked?: boolean;
  readonly children: ComponentChildren;
}

export function CheckField({ name, value, checked = false, children }: CheckFieldProps) {
  return (
    <label class="field-label">
      <input type="checkbox" name={name} value={value} checked={checked} /> {children}
    </label>
  );
}

export const levelChoices: readonly Choice[] = [
  { value: '', label: 'None: the minimum of the service' },
  ...LEVEL_CLASSES.map((value) => ({ value, label: value })),
];

export const languageChoices: readonly Choice[] = [
  { value: '', label: 'Whatever the browser wishes' },
  ...LANGUAGES.map((language) => ({ value: language, label: LANGUAGE_NAMES[language] })),
];

/** Anything that is data, as text that can be read. */
export function Raw({ title, children }: { title: string; children: string }) {
  return (
    <details open>
      <summary>{title}</summary>
      <pre class="table-wrap" tabIndex={0}>
        {children}
      </pre>
    </details>
  );
}

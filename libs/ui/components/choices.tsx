import type { ComponentChildren } from 'preact';
import { describedInput, FieldFrame, type FieldProps } from './fields.js';
import { Icon } from './icon.js';
import { componentTexts } from './component.texts.js';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** a sentence under the label */
  readonly about?: string;
}

export interface SelectFieldProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly value?: string;
}

/** One of a list that is too long for radio buttons. */
export function SelectField({ options, value = '', ...field }: SelectFieldProps) {
  return (
    <FieldFrame {...field}>
      <select {...describedInput(field)} class="input">
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

export interface RadioGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly value?: string;
}

/** One of a few; the error summary leads to the first of them. */
export function RadioGroup({ options, value, ...field }: RadioGroupProps) {
  return (
    <ChoiceGroup {...field}>
      {options.map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type="radio"
            id={index === 0 ? field.name : `${field.name}-${option.value}`}
            name={field.name}
            value={option.value}
            checked={option.value === value}
          />
          <ChoiceWords {...option} />
        </label>
      ))}
    </ChoiceGroup>
  );
}

export interface CheckboxGroupProps extends FieldProps {
  readonly options: readonly Choice[];
  readonly values: readonly string[];
}

/** Any of a few. Each is a field of its own, `<name>.<value>=on`: no field may come twice in a form. */
export function CheckboxGroup({ options, values, ...field }: CheckboxGroupProps) {
  return (
    <ChoiceGroup {...field}>
      {options.map((option, index) => (
        <label key={option.value} class="choice">
          <input
            type="checkbox"
            id={index === 0 ? field.name : `${field.name}-${option.value}`}
            name={`${field.name}.${option.value}`}
            value="on"
            checked={values.includes(option.value)}
          />
          <ChoiceWords {...option} />
        </label>
      ))}
    </ChoiceGroup>
  );
}

export interface CheckboxFieldProps extends FieldProps {
  readonly checked: boolean;
}

/** One yes or no, `<name>=on`. */
export function CheckboxField({ checked, ...field }: CheckboxFieldProps) {
  const { required: _always, ...input } = describedInput(field);
  return (
    <div class="field">
      <FieldNotes {...field} />
      <label class="choice">
        <input {...input} type="checkbox" value="on" checked={checked} />
        <span>{field.label}</span>
      </label>
    </div>
  );
}

const ChoiceWords = ({ label, about }: Choice) => (
  <span>
    {label}
    {about !== undefined && <span class="field-hint">{about}</span>}
  </span>
);

function ChoiceGroup({ children, ...field }: FieldProps & { readonly children: ComponentChildren }) {
  const described = [field.hint && `${field.name}-hint`, field.error && `${field.name}-error`];
  return (
    <fieldset class="field choices" aria-describedby={described.filter(Boolean).join(' ') || undefined}>
      <legend class="field-label">{field.label}</legend>
      <FieldNotes {...field} />
      {children}
    </fieldset>
  );
}

function FieldNotes({ language, name, hint, error }: FieldProps) {
  return (
    <>
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
    </>
  );
}

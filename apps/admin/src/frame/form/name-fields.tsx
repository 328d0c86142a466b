import { LANGUAGES, type Language } from '#libs/kernel';
import { TextField } from '#libs/ui';
import { nameFieldsTexts } from './name-fields.texts.js';
import type { Typed } from './typed.js';

export interface NameFieldsProps {
  readonly language: Language;
  readonly typed: Typed;
  /** The message at a field, when something is wrong with it. */
  readonly error: (field: string) => string | undefined;
  readonly optional?: boolean;
}

/** A name in each language of the service: the fields `name-nl`, `name-fr`, … */
export function NameFields({ language, typed, error, optional = false }: NameFieldsProps) {
  const t = nameFieldsTexts.in(language);
  return (
    <>
      {LANGUAGES.map((one) => (
        <TextField
          key={one}
          language={language}
          name={`name-${one}`}
          label={t(one)}
          value={typed.text(`name-${one}`)}
          error={error(`name-${one}`)}
          optional={optional}
        />
      ))}
    </>
  );
}

import { LANGUAGES, type Language, type LocalisedText } from '#libs/kernel';
import { TextAreaField } from '#libs/ui';
import { languageWords } from './language-words.texts.js';
import type { Typed } from './typed.js';

export interface FourLanguagesProps {
  readonly language: Language;
  /** The fields are called `<name>-nl`, `<name>-fr`, … */
  readonly name: string;
  /** The language comes as it is called within a sentence: "in Dutch". */
  readonly label: (language: string) => string;
  readonly rows: number;
  readonly typed: Typed;
  /** The message at a field, when something is wrong with it. */
  readonly error: (field: string) => string | undefined;
}

/** One field for each language of the service. */
export function FourLanguages({ language, name, label, rows, typed, error }: FourLanguagesProps) {
  const called = languageWords.in(language);
  return (
    <>
      {LANGUAGES.map((one) => (
        <TextAreaField
          key={one}
          language={language}
          name={`${name}-${one}`}
          label={label(called(one))}
          rows={rows}
          value={typed.text(`${name}-${one}`)}
          error={error(`${name}-${one}`)}
          prose
        />
      ))}
    </>
  );
}

/** What was typed in those fields. */
export const inFourLanguages = (typed: Typed, name: string): LocalisedText => ({
  nl: typed.text(`${name}-nl`),
  fr: typed.text(`${name}-fr`),
  de: typed.text(`${name}-de`),
  en: typed.text(`${name}-en`),
});

/** The first field that was left empty. */
export function emptyLanguage(text: LocalisedText, name: string): string | undefined {
  const missing = LANGUAGES.find((language) => text[language] === '');
  return missing && `${name}-${missing}`;
}

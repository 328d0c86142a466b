import { LANGUAGES, typeset } from '#libs/kernel';
import type { Language, LocalisedText } from '#libs/kernel';
import { fill, placeholdersOf } from './placeholders.js';
import type { Placeholder, TextParams } from './placeholders.js';
import { registerTexts } from './registry.js';

export type TextDefinitions = Readonly<Record<string, LocalisedText>>;

/** No second argument for a text without placeholders; exactly its placeholders for one that has them. */
export type TextArguments<Text extends string> = string extends Text
  ? [params?: TextParams]
  : [Placeholder<Text>] extends [never]
    ? []
    : [params: Readonly<Record<Placeholder<Text>, string | number>>];

/** `t('wait', { minutes: 5 })`: the text in the language that `in(language)` was given. */
export type Translate<D extends TextDefinitions> = <K extends keyof D & string>(
  key: K,
  ...params: TextArguments<D[K]['nl']>
) => string;

export interface Texts<D extends TextDefinitions> {
  readonly id: string;
  readonly definitions: D;
  in(language: Language): Translate<D>;
}

/**
 * Defines the texts of one slice, in all four languages at once.
 *
 * Placeholders are written `{name}`; the Dutch text names them for the type checker, and the other languages
 * must use the same ones. Values are inserted as plain text: pages escape them on rendering. French is written with
 * ordinary spaces and typeset here, so that no line breaks before a sign.
 *
 * @param id unique name, by convention the folder: `fas/choose-key`
 * @throws when a language is empty, when placeholders differ between languages, or when the id is taken
 * @example
 * const texts = defineTexts('fas/expired', { title: { nl: 'Dag {name}', fr: 'Bonjour {name}', de: …, en: … } });
 * const t = texts.in('fr');
 * t('title', { name: 'Lotte' }); // Bonjour Lotte
 */
export function defineTexts<const D extends TextDefinitions>(id: string, definitions: D): Texts<D> {
  for (const [key, text] of Object.entries(definitions)) assertWhole(`${id}: ${key}`, text);
  const set = Object.fromEntries(
    Object.entries(definitions).map(([key, text]) => [key, typeset(text)]),
  ) as TextDefinitions as D;
  registerTexts({ id, definitions: set });
  return {
    id,
    definitions: set,
    in:
      (language) =>
      (key, ...params) =>
        fill(set[key]?.[language] ?? key, params[0]),
  };
}

function assertWhole(where: string, text: LocalisedText): void {
  const expected = placeholdersOf(text.nl).join(', ');
  for (const language of LANGUAGES) {
    if (text[language].trim() === '') throw new Error(`${where}: the text in '${language}' is empty`);
    const found = placeholdersOf(text[language]).join(', ');
    if (found !== expected) {
      throw new Error(`${where}: placeholders in '${language}' are [${found}], in 'nl' [${expected}]`);
    }
  }
}

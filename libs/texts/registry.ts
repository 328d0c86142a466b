import type { LocalisedText } from '#libs/kernel';

export interface RegisteredTexts {
  readonly id: string;
  readonly definitions: Readonly<Record<string, LocalisedText>>;
}

const registered = new Map<string, RegisteredTexts>();

export function registerTexts(texts: RegisteredTexts): void {
  if (registered.has(texts.id)) throw new Error(`the text id '${texts.id}' is defined twice`);
  registered.set(texts.id, texts);
}

/** Every set of texts whose module has been loaded, by id: what a test or the documentation walks over. */
export function allTexts(): readonly RegisteredTexts[] {
  return [...registered.values()].toSorted((a, b) => a.id.localeCompare(b.id));
}

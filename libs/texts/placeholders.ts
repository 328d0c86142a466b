export type TextParams = Readonly<Record<string, string | number>>;

/** The placeholder names inside a literal text: `Placeholder<'{a} of {b}'>` is `'a' | 'b'`. */
export type Placeholder<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;

const PLACEHOLDER = /\{([a-zA-Z]+)\}/g;

/** The distinct placeholder names of a text, sorted. */
export function placeholdersOf(text: string): string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''))].toSorted();
}

/** Puts the values in; a placeholder without a value stays visible, so that a slip shows on the page. */
export function fill(text: string, params: TextParams | undefined): string {
  if (params === undefined) return text;
  return text.replace(PLACEHOLDER, (whole, name: string) => String(params[name] ?? whole));
}

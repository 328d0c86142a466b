const meanings = new WeakMap<object, Map<string, string>>();

/** Says what a setting means; `docs/generated/configuration.md` is made from it. */
export function documented(meaning: string): PropertyDecorator {
  return (target, name) => {
    const known = meanings.get(target) ?? new Map<string, string>();
    known.set(String(name), meaning);
    meanings.set(target, known);
  };
}

/** The meaning that a configuration class, or one that it extends, gives to one of its settings. */
export function meaningOf(prototype: object, name: string): string | undefined {
  const above: unknown = Object.getPrototypeOf(prototype);
  const inherited = typeof above === 'object' && above !== null ? meaningOf(above, name) : undefined;
  return meanings.get(prototype)?.get(name) ?? inherited;
}

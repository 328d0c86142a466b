type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads untyped data and notes every problem with the place where it is, instead of stopping at the first. */
export class PolicyReader {
  readonly problems: string[] = [];

  /** The fields of an object; a field outside `known` is a problem, so that a typing error never passes unseen. */
  fields(value: unknown, place: string, known: readonly string[]): Fields {
    if (!isFields(value)) return this.#note(`${place}: fields expected`, {});
    for (const name of Object.keys(value)) {
      if (!known.includes(name)) this.#note(`${place}.${name}: not known`, undefined);
    }
    return value;
  }

  /** Exactly one entry for each name. */
  table<Name extends string | number, T>(
    value: unknown,
    place: string,
    names: readonly Name[],
    read: (value: unknown, place: string, name: Name) => T,
  ): Readonly<Record<Name, T>> {
    const fields = this.fields(value, place, names.map(String));
    const entries = names.map((name) => [name, read(fields[String(name)], `${place}.${name}`, name)]);
    return Object.fromEntries(entries) as Record<Name, T>;
  }

  oneOf<T extends string | number>(value: unknown, place: string, choices: readonly [T, ...T[]]): T {
    const found = choices.find((choice) => choice === value);
    return found ?? this.#note(`${place}: one of ${choices.join(', ')} expected`, choices[0]);
  }

  /** At least one value, none twice. */
  listOf<T extends string | number>(
    value: unknown,
    place: string,
    choices: readonly [T, ...T[]],
  ): readonly [T, ...T[]] {
    const raw: readonly unknown[] = Array.isArray(value) ? value : [];
    const [first, ...rest] = raw.map((item, index) => this.oneOf(item, `${place}[${index}]`, choices));
    if (first === undefined) return this.#note(`${place}: a list expected`, [choices[0]]);
    if (new Set(raw).size !== raw.length) this.problem(`${place}: a value is there twice`);
    return [first, ...rest];
  }

  text(value: unknown, place: string): string {
    return typeof value === 'string' && value !== '' ? value : this.#note(`${place}: text expected`, '');
  }

  rank(value: unknown, place: string): number {
    const right = typeof value === 'number' && Number.isInteger(value) && value > 0;
    return right ? value : this.#note(`${place}: a whole number from 1 expected`, 0);
  }

  flag(value: unknown, place: string): boolean {
    if (value === undefined) return false;
    return typeof value === 'boolean' ? value : this.#note(`${place}: true or false expected`, false);
  }

  problem(text: string): void {
    this.problems.push(text);
  }

  #note<T>(text: string, instead: T): T {
    this.problem(text);
    return instead;
  }
}

import type { FieldProblem } from '#libs/ui';

/** What was typed in a form, by field; a field that is not there is empty. */
export class Typed {
  private constructor(private readonly fields: Readonly<Record<string, string>>) {}

  /** Reads the body of a posted form. */
  static from(body: unknown): Typed {
    if (typeof body !== 'object' || body === null) return new Typed({});
    return new Typed(
      Object.fromEntries(
        Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    );
  }

  static of(fields: Readonly<Record<string, string>>): Typed {
    return new Typed(fields);
  }

  /** Without space around it, and in the one form that letters with accents have (NFC). */
  text(name: string): string {
    return (this.fields[name] ?? '').normalize('NFC').trim();
  }

  /** Whether a box was ticked. */
  ticked(name: string): boolean {
    return this.fields[name] === 'on';
  }

  /** Those values of a group of boxes that were ticked; others than these cannot be. */
  chosen<T extends string>(name: string, values: readonly T[]): T[] {
    return values.filter((value) => this.ticked(`${name}.${value}`));
  }

  /** The value when it is one of these. */
  oneOf<T extends string>(name: string, values: readonly T[]): T | undefined {
    const text = this.text(name);
    return values.find((value) => value === text);
  }
}

/** Messages by field, for a page: at the field, and together at the top. */
export class Problems<Message extends string = string> {
  constructor(private readonly byField: Readonly<Record<string, Message | undefined>> = {}) {}

  get any(): boolean {
    return Object.values(this.byField).some((message) => message !== undefined);
  }

  /** For the field itself. */
  at(field: string): Message | undefined {
    return this.byField[field];
  }

  /** For the summary, in the order of the fields. */
  all(say: (message: Message) => string = String): FieldProblem[] {
    return Object.entries(this.byField).flatMap(([field, message]) =>
      message === undefined ? [] : [{ field, message: say(message) }],
    );
  }
}

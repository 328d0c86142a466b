/** Authentication context classes of FAS: levels, alone or within a context, and the older method classes. */
const PREFIX = 'urn:be:fedict:iam:fas:';
const LEVELS = [100, 200, 300, 350, 400, 450, 500] as const;
const CONTEXTS = ['', 'citizen:', 'enterprise:'] as const;
const METHODS = [
  'citizen:eid',
  'citizen:token',
  'citizen:bmid',
  'enterprise:eid',
  'enterprise:token',
] as const;

export const LEVEL_CLASSES: readonly string[] = [
  ...CONTEXTS.flatMap((context) => LEVELS.map((level) => `${PREFIX}${context}Level${level}`)),
  ...METHODS.map((method) => `${PREFIX}${method}`),
];

/** The level of a level class; undefined for a method class and for anything foreign. */
export function levelOf(classReference: string): number | undefined {
  const level = /^urn:be:fedict:iam:fas:(?:citizen:|enterprise:)?Level(\d{3})$/u.exec(classReference)?.[1];
  return level === undefined ? undefined : Number(level);
}

export type Comparison = 'exact' | 'minimum' | 'better' | 'maximum';
export const COMPARISONS: readonly Comparison[] = ['minimum', 'exact', 'better', 'maximum'];

/** What `given` must be to `asked`, by their levels (SAML core 3.3.2.2.1). */
const HOLDS: Readonly<Record<Comparison, (given: number, asked: number) => boolean>> = {
  exact: (given, asked) => given === asked,
  minimum: (given, asked) => given >= asked,
  better: (given, asked) => given > asked,
  maximum: (given, asked) => given <= asked,
};

/** Whether the class of an answer is what was asked for; method classes are compared as names. */
export function classSatisfies(given: string, asked: string | undefined, comparison: Comparison): boolean {
  if (asked === undefined) return true;
  const [givenLevel, askedLevel] = [levelOf(given), levelOf(asked)];
  if (askedLevel === undefined || givenLevel === undefined)
    return given === asked || askedLevel === undefined;
  return HOLDS[comparison](givenLevel, askedLevel);
}

const NEEDED = ['messageId', 'onBehalfOf', 'legalBasis', 'purpose'];

/** The number that is asked about; undefined when the question does not say on what ground it is asked. */
export function readQuestion(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { context, personNumber } = body as Readonly<Record<string, unknown>>;
  if (typeof context !== 'object' || context === null || typeof personNumber !== 'string') return undefined;
  const said = context as Readonly<Record<string, unknown>>;
  const isComplete = NEEDED.every((name) => typeof said[name] === 'string' && said[name] !== '');
  return isComplete ? personNumber : undefined;
}

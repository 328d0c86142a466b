export type Parsed<T> =
  { readonly kind: 'valid'; readonly value: T } | { readonly kind: 'invalid'; readonly reason: string };

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const invalid = (reason: string): { readonly kind: 'invalid'; readonly reason: string } => ({
  kind: 'invalid',
  reason,
});

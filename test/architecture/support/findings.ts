import { expect } from 'vitest';
import type { SourceFile } from './source-files.js';

/** Line of a position in a text, from 1. */
export const lineAt = (text: string, position: number): number =>
  text.slice(0, Math.max(0, position)).split('\n').length;

/** `libs/x/y.ts:12  what is wrong there`. */
export const finding = ({ path, text }: SourceFile, position: number, problem: string): string =>
  `${path}:${lineAt(text, position)}  ${problem}`;

/** Where a pattern occurs; the pattern needs the flag g. */
export function occurrences(file: SourceFile, pattern: RegExp, problem: string): string[] {
  return [...file.text.matchAll(pattern)].map((match) => finding(file, match.index, problem));
}

/** Fails with one line per finding. */
export function expectNone(findings: readonly string[]): void {
  expect(findings.join('\n')).toBe('');
}

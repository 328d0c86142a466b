import { describe, expect, it } from 'vitest';
import { expectNone } from './support/findings.js';
import { filesIn, productionFiles, type SourceFile } from './support/source-files.js';

const LONGEST = 200;
const MEDIAN = 90;

/** Definitions without logic, one after the other, most of them in four languages. */
const CATALOGUE = /\.(texts|errors)\.ts$|\/(http-errors|catalogue|config\/config)\.ts$/;
const LONGEST_CATALOGUE = 400;

/**
 * Longer files that we live with, each with its length. The list may only shrink: split the file, then take its
 * line away.
 */
const ALLOWED: Readonly<Record<string, number>> = {};

const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length;

const limitOf = ({ path }: SourceFile): number =>
  ALLOWED[path] ?? (CATALOGUE.test(path) ? LONGEST_CATALOGUE : LONGEST);

describe('files', () => {
  it(`have ${LONGEST} lines at most, catalogues ${LONGEST_CATALOGUE}`, () => {
    const measured = [...productionFiles, ...filesIn('scripts', ['.mjs'])];
    expectNone(
      measured
        .filter((file) => linesOf(file) > limitOf(file))
        .map((file) => `${file.path}:${linesOf(file)}  has more than ${limitOf(file)} lines`),
    );
  });

  it('on the list of longer files are still that long', () => {
    expectNone(
      Object.entries(ALLOWED).flatMap(([path, allowed]) => {
        const file = productionFiles.find((candidate) => candidate.path === path);
        if (file === undefined) return [`${path} is gone: take it from the list`];
        const length = linesOf(file);
        if (length <= LONGEST) return [`${path} is short enough: take it from the list`];
        return length < allowed ? [`${path} has ${length} lines: lower the number ${allowed}`] : [];
      }),
    );
  });

  it(`are mostly short: the median is under ${MEDIAN} lines`, () => {
    const lengths = productionFiles.map(linesOf).toSorted((one, other) => one - other);
    expect(lengths[Math.floor(lengths.length / 2)]).toBeLessThan(MEDIAN);
  });
});

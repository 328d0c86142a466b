import { existsSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectNone, finding, occurrences } from './support/findings.js';
import { LAYERS, libraryProblem, partOf, PRODUCTION_APPS } from './support/import-rules.js';
import { codeFiles, isTestCode, productionFiles, ROOT, type SourceFile } from './support/source-files.js';
import { importsOf, type ImportedModule } from './support/syntax.js';

type Rule = (file: SourceFile, imported: ImportedModule) => string | undefined;

function broken(files: readonly SourceFile[], rule: Rule): string[] {
  return files.flatMap((file) =>
    importsOf(file).flatMap((imported) => {
      const problem = rule(file, imported);
      return problem === undefined ? [] : [finding(file, imported.position, problem)];
    }),
  );
}

const libraryOf = ({ specifier }: ImportedModule): string | undefined =>
  specifier.startsWith('#libs/') ? specifier.slice('#libs/'.length) : undefined;

/** Path from the root of what a relative import names. */
const targetOf = ({ path }: SourceFile, { specifier }: ImportedModule): string | undefined =>
  specifier.startsWith('.') ? posix.join(dirname(path), specifier) : undefined;

const usesPackage = ({ specifier }: ImportedModule, name: string): boolean =>
  specifier === name || specifier.startsWith(`${name}/`);

describe('imports', () => {
  it('go from a layer to the layers under it, in libraries and apps', () => {
    expectNone(
      broken(productionFiles, (file, imported) => {
        const lib = libraryOf(imported);
        return lib === undefined ? undefined : libraryProblem(partOf(file.path), lib);
      }),
    );
  });

  it('reach a library only through #libs/<name>', () => {
    expectNone(
      broken(codeFiles, (file, imported) => {
        const lib = libraryOf(imported);
        if (lib?.includes('/')) return `${imported.specifier} goes past the index of the library`;
        if (lib !== undefined && !existsSync(join(ROOT, 'libs', lib, 'index.ts')))
          return `libs/${lib} has no index.ts`;
        const target = targetOf(file, imported);
        if (target === undefined || partOf(target) === partOf(file.path)) return undefined;
        if (isTestCode(file.path) && target.startsWith('test/support/')) return undefined;
        return `${imported.specifier} leaves ${partOf(file.path)}`;
      }),
    );
  });

  it('never lead from one app to another', () => {
    expectNone(
      broken(codeFiles, (file, imported) => {
        if (imported.specifier.startsWith('#apps/')) {
          const starts = file.path === `apps/${imported.specifier.slice('#apps/'.length)}/src/main.ts`;
          return starts ? undefined : `${imported.specifier} is for the main.ts of that app`;
        }
        const target = targetOf(file, imported);
        const app = target && partOf(target).startsWith('apps/') ? partOf(target) : undefined;
        return app === undefined || app === partOf(file.path)
          ? undefined
          : `${partOf(file.path)} imports ${app}`;
      }),
    );
  });

  it('never bring test code into the product', () => {
    expectNone(
      broken(productionFiles, (file, imported) => {
        const target = targetOf(file, imported)?.replace(/\.js$/, '.ts');
        if (target !== undefined && isTestCode(target)) return `${imported.specifier} is test code`;
        const tool = ['vitest', 'fast-check', 'playwright-core', 'axe-core', '@nestjs/testing'].find((name) =>
          usesPackage(imported, name),
        );
        return tool === undefined ? undefined : `${tool} is for tests`;
      }),
    );
  });

  it('of pg and typeorm stand in libs/database only', () => {
    expectNone(
      broken(productionFiles, (file, imported) =>
        partOf(file.path) !== 'libs/database' &&
        ['pg', 'typeorm', '@nestjs/typeorm'].some((name) => usesPackage(imported, name))
          ? `${imported.specifier} is known to libs/database only`
          : undefined,
      ),
    );
  });

  it('leave the pure libraries pure', () => {
    const pure = ['libs/kernel', 'libs/loa'];
    expectNone(
      broken(productionFiles, (file, imported) =>
        pure.includes(partOf(file.path)) && !/^(\.|#libs\/)/.test(imported.specifier)
          ? `${imported.specifier}: ${partOf(file.path)} is pure`
          : undefined,
      ),
    );
  });

  it('bring no configuration into libraries: they get options', () => {
    const libs = productionFiles.filter(({ path }) => /^libs\/(?!config\/|testing\/)/.test(path));
    expectNone([
      ...broken(libs, (_file, imported) =>
        libraryOf(imported) === 'config' ? 'take options instead' : undefined,
      ),
      ...libs.flatMap((file) => occurrences(file, /\bprocess\.env\b/g, 'take options instead')),
    ]);
  });

  it('between libraries form no circle', () => {
    const uses = new Map<string, Set<string>>();
    for (const file of productionFiles.filter(({ path }) => path.startsWith('libs/'))) {
      const name = file.path.split('/')[1] ?? '';
      const known = uses.get(name) ?? new Set();
      for (const imported of importsOf(file)) known.add(libraryOf(imported) ?? name);
      known.delete(name);
      uses.set(name, known);
    }
    expectNone([...uses.keys()].flatMap((name) => circleFrom(name, uses, [])));
  });
});

function circleFrom(
  name: string,
  uses: ReadonlyMap<string, ReadonlySet<string>>,
  road: readonly string[],
): string[] {
  if (name === road[0]) return [[...road, name].join(' → ')];
  if (road.includes(name)) return [];
  return [...(uses.get(name) ?? [])].flatMap((next) => circleFrom(next, uses, [...road, name]));
}

describe('the map of the house', () => {
  it('names every library once', () => {
    const libs = [...new Set(productionFiles.map(({ path }) => partOf(path)))]
      .filter((part) => part.startsWith('libs/') && part !== 'libs/testing')
      .map((part) => part.slice('libs/'.length));
    expect(LAYERS.flat()).toEqual(expect.arrayContaining(libs));
    expect(new Set(LAYERS.flat()).size).toBe(LAYERS.flat().length);
  });

  it('has an index and a README for each library', () => {
    const libs = [...new Set(productionFiles.map(({ path }) => partOf(path)))].filter((part) =>
      part.startsWith('libs/'),
    );
    expectNone(
      libs.flatMap((lib) =>
        ['index.ts', 'README.md']
          .filter((name) => !existsSync(join(ROOT, lib, name)))
          .map((name) => `${lib}/${name} is missing`),
      ),
    );
  });

  it('keeps the sandbox out of the apps of production', () => {
    const naming = productionFiles.filter(({ path }) => PRODUCTION_APPS.includes(path.split('/')[1] ?? ''));
    expectNone(
      broken(naming, (_file, { specifier }) => (/sandbox/.test(specifier) ? 'names the sandbox' : undefined)),
    );
  });
});

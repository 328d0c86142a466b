import { mkdtempSync, readdirSync, copyFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConfigurationError, loadConfig, validateConfig } from './load-config.js';

const env = {
  CSAM_ENV: 'demo',
  DATABASE_URL: 'postgres://db/csam',
  QUEUE_URL: 'postgres://db/queue',
  CSAM_MASTER_KEY_FILE: '/keys/master',
};

type Tree = Record<string, unknown>;
type Path = readonly string[];

function problemsOf(work: () => unknown): readonly string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every setting that the configuration of the demo has, and every group of them. */
function walk(tree: Tree, above: Path = []): { path: Path; isGroup: boolean }[] {
  return Object.entries(tree)
    .filter(([, value]) => value !== undefined)
    .flatMap(([name, value]) => {
      const path = [...above, name];
      const isGroup = isTree(value) && (!Array.isArray(value) || value.some(isTree));
      return [{ path, isGroup }, ...(isGroup ? walk(value, path) : [])];
    });
}

const stored = JSON.stringify(loadConfig(env));
const asTree = (): Tree => JSON.parse(stored) as Tree;

function changed(path: Path, value: unknown): Tree {
  const tree = asTree();
  const last = path.at(-1) ?? '';
  let group: unknown = tree;
  for (const name of path.slice(0, -1)) group = isTree(group) ? group[name] : undefined;
  if (!isTree(group)) throw new Error(`There is no group at ${path.join('.')}`);
  group[last] = value;
  return tree;
}

const settings = walk(asTree());
const named = (list: typeof settings) => list.map(({ path }) => [path.join('.'), path] as const);

describe('RF-24 a process does not start, and names the setting, when', () => {
  it('nothing is wrong: it starts', () => {
    expect(settings.length).toBeGreaterThan(150);
    expect(problemsOf(() => validateConfig(asTree()))).toEqual([]);
  });

  it.each(named(settings.filter(({ isGroup }) => !isGroup)))('%s is of another kind', (name, path) => {
    const problems = problemsOf(() => validateConfig(changed(path, { of: 'another kind' })));
    expect(problems.filter((problem) => problem.startsWith(name))).not.toEqual([]);
  });

  it.each(named(settings.filter(({ isGroup }) => isGroup)))('%s is no group of settings', (name, path) => {
    const problems = problemsOf(() => validateConfig(changed(path, 'words')));
    expect(problems.filter((problem) => problem.startsWith(name))).not.toEqual([]);
  });

  // A list has no names.
  it.each(named(settings.filter(({ path, isGroup }) => isGroup && !Array.isArray(at(path)))))(
    '%s has a setting that there is not',
    (name, path) => {
      const problems = problemsOf(() => validateConfig(changed([...path, 'colour'], 'blue')));
      expect(problems).toContain(`${name}.colour: unknown setting`);
    },
  );
});

function at(path: Path): unknown {
  return path.reduce<unknown>((tree, name) => (isTree(tree) ? tree[name] : undefined), asTree());
}

describe('RF-24 files of the configuration', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'csam-config-'));
    for (const file of readdirSync('config').filter((name) => name.endsWith('.yaml')))
      copyFileSync(join('config', file), join(folder, file));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ['that are no YAML', 'port: {'],
    ['that hold a list', '- port'],
  ])('%s are refused by their name', (_, text) => {
    writeFileSync(join(folder, 'demo.yaml'), text);
    expect(problemsOf(() => loadConfig(env, folder))).toEqual([
      expect.stringContaining(join(folder, 'demo.yaml')),
    ]);
  });

  it('that are not there are refused by their name', () => {
    rmSync(join(folder, 'default.yaml'));
    expect(problemsOf(() => loadConfig(env, folder))).toEqual([expect.stringContaining('default.yaml')]);
  });

  it('of an environment that there is not are refused by its name', () => {
    expect(problemsOf(() => loadConfig({ ...env, CSAM_ENV: '../prod' }))).toEqual([
      'CSAM_ENV: "../prod" is none of demo, test, production',
    ]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

const SKIPPED = new Set(['node_modules', 'dist', '.data', '.git', 'coverage', 'results', 'generated']);

/** A file of the repository with its text; `path` is from the root, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

function pathsIn(folder: string): string[] {
  return entriesOf(folder).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return SKIPPED.has(entry.name) ? [] : pathsIn(path);
    return entry.isFile() ? [path] : [];
  });
}

function entriesOf(folder: string) {
  try {
    return readdirSync(join(ROOT, folder.split('/').join(sep)), { withFileTypes: true });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Files of a folder whose name ends with one of the endings. */
export function filesIn(folder: string, endings: readonly string[] = ['.ts', '.tsx']): SourceFile[] {
  return pathsIn(folder)
    .filter((path) => endings.some((ending) => path.endsWith(ending)))
    .toSorted()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }));
}

/** TypeScript of libs and apps, tests included. */
export const codeFiles: readonly SourceFile[] = [...filesIn('libs'), ...filesIn('apps')];

/** A spec, or what only specs use. */
export const isTestCode = (path: string): boolean =>
  path.startsWith('test/') || /\.spec\.tsx?$|\.fixtures\.tsx?$|\/test-support\//.test(path);

/** TypeScript of libs and apps without tests. */
export const productionFiles: readonly SourceFile[] = codeFiles.filter(({ path }) => !isTestCode(path));

/** Everything that people write, scripts, configuration and documents included. */
export const writtenFiles = (): SourceFile[] => [
  ...codeFiles,
  ...filesIn('test'),
  ...filesIn('bench', ['.ts', '.mjs', '.json']),
  ...filesIn('scripts', ['.mjs']),
  ...filesIn('config', ['.yaml']),
  ...filesIn('docs', ['.md']),
  ...filesIn('docker', ['']),
];

import { parseSync, Visitor, type ParseResult, type VisitorObject } from 'vite';
import type { SourceFile } from './source-files.js';

const parsed = new WeakMap<SourceFile, ParseResult>();

function syntaxOf(file: SourceFile): ParseResult {
  const known = parsed.get(file) ?? parseSync(file.path, file.text);
  parsed.set(file, known);
  return known;
}

export interface ImportedModule {
  readonly specifier: string;
  readonly position: number;
}

/** Every module that a file names: imports, exports from, and imports at run time with a literal name. */
export function importsOf(file: SourceFile): ImportedModule[] {
  const { module, program } = syntaxOf(file);
  const named = [...module.staticImports, ...module.staticExports.flatMap(({ entries }) => entries)].flatMap(
    ({ moduleRequest }) => (moduleRequest ? [moduleRequest] : []),
  );
  const found = named.map(({ value, start }) => ({ specifier: value, position: start }));
  new Visitor({
    ImportExpression({ source, start }) {
      if (source.type === 'Literal' && typeof source.value === 'string')
        found.push({ specifier: source.value, position: start });
    },
    TSImportType({ source, start }) {
      found.push({ specifier: source.value, position: start });
    },
  }).visit(program);
  return found;
}

/** Walks over a file's syntax. */
export function visit(file: SourceFile, visitor: VisitorObject): void {
  new Visitor(visitor).visit(syntaxOf(file).program);
}

export interface Comment {
  readonly text: string;
  readonly position: number;
}

export const commentsOf = (file: SourceFile): Comment[] =>
  syntaxOf(file).comments.map(({ value, start }) => ({ text: value, position: start }));

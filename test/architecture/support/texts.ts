import type { ESTree } from 'vite';
import { lineAt } from './findings.js';
import { isTestCode, productionFiles, type SourceFile } from './source-files.js';
import { visit } from './syntax.js';

/** A set of texts as it stands in the source. */
export interface TextsInSource {
  readonly file: SourceFile;
  /** The constant that holds it. */
  readonly name: string;
  readonly id: string;
  readonly keys: readonly { readonly key: string; readonly position: number }[];
}

const isTextsFile = ({ path }: SourceFile): boolean => path.endsWith('.texts.ts');

export const textsFiles: readonly SourceFile[] = productionFiles.filter(isTextsFile);

/** Every `const name = defineTexts('id', { … })`, wherever it stands. */
export function textsIn(file: SourceFile): TextsInSource[] {
  const found: TextsInSource[] = [];
  visit(file, {
    VariableDeclarator({ id, init }) {
      if (id.type !== 'Identifier' || init?.type !== 'CallExpression') return;
      if (init.callee.type !== 'Identifier' || init.callee.name !== 'defineTexts') return;
      const [textsId, definitions] = init.arguments;
      if (textsId?.type !== 'Literal' || definitions?.type !== 'ObjectExpression') return;
      found.push({
        file,
        name: id.name,
        id: String(textsId.value),
        keys: definitions.properties.flatMap(keyOf),
      });
    },
  });
  return found;
}

function keyOf(property: ESTree.ObjectProperty | ESTree.SpreadElement) {
  if (property.type !== 'Property') return [];
  const { key } = property;
  const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : undefined;
  return name === undefined ? [] : [{ key: name, position: property.start }];
}

interface Usage {
  readonly names: ReadonlySet<string>;
  readonly literals: ReadonlySet<string>;
  /** What template strings with values in them can make. */
  readonly patterns: readonly RegExp[];
}

const usages = new Map<SourceFile, Usage>();

function usageOf(file: SourceFile): Usage {
  const known = usages.get(file);
  if (known !== undefined) return known;
  const names = new Set<string>();
  const literals = new Set<string>();
  const patterns: RegExp[] = [];
  visit(file, {
    Identifier: ({ name }) => void names.add(name),
    Literal: ({ value }) => void literals.add(String(value)),
    TemplateLiteral: ({ quasis }) => {
      const fixed = quasis.map(({ value }) => value.raw);
      if (fixed.every((part) => /^[\w-]*$/.test(part)) && fixed.join('') !== '') {
        patterns.push(new RegExp(`^${fixed.join('[\\w-]+')}$`));
      }
    },
  });
  const usage = { names, literals, patterns };
  usages.set(file, usage);
  return usage;
}

/**
 * The keys of a set that nothing shows. A key counts as used when it stands as a literal in a file that names the
 * set; where the key is chosen elsewhere (a level, a kind of key), when it stands as a literal anywhere.
 */
export function unusedKeys(texts: TextsInSource): string[] {
  const others = productionFiles.filter((file) => !isTextsFile(file) && !isTestCode(file.path));
  const users = others.filter((file) => usageOf(file).names.has(texts.name));
  const searched = users.some((file) => choosesKeys(file, texts.name)) ? others : users;
  return texts.keys
    .filter(({ key }) => !searched.some((file) => names(file, key)))
    .map(
      ({ key, position }) =>
        `${texts.file.path}:${lineAt(texts.file.text, position)}  ${texts.id}: '${key}' is shown nowhere`,
    );
}

function names(file: SourceFile, key: string): boolean {
  const { literals, patterns } = usageOf(file);
  return literals.has(key) || patterns.some((pattern) => pattern.test(key));
}

/** Whether a file takes a text of the set by a key that is not written there: `texts.in(language)(kind)`. */
function choosesKeys(file: SourceFile, name: string): boolean {
  const translators = new Set<string>();
  const isLanguageCall = (node: ESTree.Expression | ESTree.Super | null): boolean =>
    node?.type === 'CallExpression' &&
    node.callee.type === 'MemberExpression' &&
    node.callee.object.type === 'Identifier' &&
    node.callee.object.name === name;
  visit(file, {
    VariableDeclarator({ id, init }) {
      if (id.type === 'Identifier' && isLanguageCall(init)) translators.add(id.name);
    },
  });
  let chosen = false;
  visit(file, {
    CallExpression({ callee, arguments: [key] }) {
      const translates =
        isLanguageCall(callee) || (callee.type === 'Identifier' && translators.has(callee.name));
      if (translates && key !== undefined && key.type !== 'Literal') chosen = true;
    },
  });
  return chosen;
}

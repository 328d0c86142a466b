import { writeAttribute } from './escape.js';

/** Attributes by name; one without a value is left out. */
export type Attributes = Readonly<Record<string, string | undefined>>;

function isDeclaration(name: string): boolean {
  return name === 'xmlns' || name.startsWith('xmlns:');
}

/** Declarations first, by prefix; then attributes without a prefix; then `xml:` ones (Canonical XML 1.0 section 2.2). */
function rank(name: string): number {
  if (isDeclaration(name)) return 0;
  return name.includes(':') ? 2 : 1;
}

function inCanonicalOrder([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/**
 * A start tag in exclusive canonical form. The caller declares a namespace where it is first used in the output and
 * nowhere else; `xml:` is the only prefix an attribute may have.
 */
export function startTag(name: string, attributes: Attributes = {}): string {
  const written = Object.entries(attributes)
    .filter((entry): entry is [string, string] => entry[1] !== undefined)
    .toSorted(inCanonicalOrder)
    .map(([attribute, value]) => ` ${attribute}="${writeAttribute(value)}"`);
  return `<${name}${written.join('')}>`;
}

/** An element whose children are already written: `<a></a>`, never `<a/>`. */
export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  return `${startTag(name, attributes)}${children.join('')}</${name}>`;
}

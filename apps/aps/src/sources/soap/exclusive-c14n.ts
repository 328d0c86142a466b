import type { Attr, Element, Node } from '@xmldom/xmldom';
import { NotXml } from './xml.js';

/**
 * Exclusive XML canonicalisation 1.0 without comments (W3C, 18 July 2002) of an element, as UTF-8 text.
 * `inclusivePrefixes` is the PrefixList of section 2.1.
 */
export function exclusiveC14n(element: Element, inclusivePrefixes: readonly string[] = []): string {
  return writeElement(element, new Map(), inclusivePrefixes);
}

type Rendered = ReadonlyMap<string, string>;

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const escapeText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;');

const escapeAttribute = (text: string) =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;');

function writeElement(element: Element, outer: Rendered, inclusivePrefixes: readonly string[]): string {
  const attributes = Array.from(element.attributes).filter(({ namespaceURI }) => namespaceURI !== XMLNS);
  const fresh = namespacesToWrite(element, attributes, { outer, inclusivePrefixes });
  const rendered = new Map([...outer, ...fresh]);
  const declarations = fresh.map(([prefix, uri]) =>
    prefix === '' ? ` xmlns="${escapeAttribute(uri)}"` : ` xmlns:${prefix}="${escapeAttribute(uri)}"`,
  );
  const written = attributes
    .sort(byNamespaceThenName)
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`);
  const content = Array.from(element.childNodes).map((child) =>
    writeNode(child, rendered, inclusivePrefixes),
  );
  return `<${element.tagName}${declarations.join('')}${written.join('')}>${content.join('')}</${element.tagName}>`;
}

/** Section 3: a declaration is written where its prefix is visibly used and not already written around it. */
function namespacesToWrite(
  element: Element,
  attributes: readonly Attr[],
  { outer, inclusivePrefixes }: { outer: Rendered; inclusivePrefixes: readonly string[] },
): [string, string][] {
  const used = [
    element.prefix ?? '',
    ...attributes.flatMap(({ prefix }) => (prefix === null ? [] : [prefix])),
  ];
  const listed = inclusivePrefixes
    .map((prefix) => (prefix === '#default' ? '' : prefix))
    .filter((prefix) => namespaceInScope(element, prefix) !== undefined);
  return [...new Set([...used, ...listed])]
    .filter((prefix) => prefix !== 'xml')
    .map((prefix): [string, string] => [prefix, namespaceInScope(element, prefix) ?? ''])
    .filter(([prefix, uri]) => (outer.get(prefix) ?? (prefix === '' ? '' : undefined)) !== uri)
    .sort(([a], [b]) => compare(a, b));
}

/** What a prefix ('' for the default namespace) stands for here, from the declarations as they are written. */
function namespaceInScope(element: Element, prefix: string): string | undefined {
  const local = prefix === '' ? 'xmlns' : prefix;
  for (let node: Node | null = element; node !== null; node = node.parentNode) {
    if (node.nodeType !== node.ELEMENT_NODE) return undefined;
    const declared = (node as Element).getAttributeNodeNS(XMLNS, local);
    if (declared !== null) return declared.value;
  }
  return undefined;
}

function writeNode(node: Node, rendered: Rendered, inclusivePrefixes: readonly string[]): string {
  switch (node.nodeType) {
    case node.ELEMENT_NODE:
      return writeElement(node as Element, rendered, inclusivePrefixes);
    case node.TEXT_NODE:
    case node.CDATA_SECTION_NODE:
      return escapeText(node.nodeValue ?? '');
    case node.COMMENT_NODE:
      return '';
    default:
      throw new NotXml('processing instruction');
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byNamespaceThenName = (a: Attr, b: Attr) =>
  compare(a.namespaceURI ?? '', b.namespaceURI ?? '') ||
  compare(a.localName ?? a.name, b.localName ?? b.name);

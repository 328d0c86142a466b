import type { Element, Node } from '@xmldom/xmldom';

/** The type of a node, DOM's numbers. */
const ELEMENT = 1;
const TEXT = 3;

export function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT;
}

export function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}

export function childNodes(element: Element): Node[] {
  const nodes: Node[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) nodes.push(node);
  return nodes;
}

export function childElements(element: Element): Element[] {
  return childNodes(element).filter(isElement);
}

export function childrenNamed(element: Element, namespace: string, localName: string): Element[] {
  return childElements(element).filter((child) => isNamed(child, namespace, localName));
}

/** The element and everything below it, in document order. */
export function withDescendants(element: Element): Element[] {
  return [element, ...childElements(element).flatMap(withDescendants)];
}

/** An attribute without a prefix, as all attributes of SAML are. */
export function attributeOf(element: Element, name: string): string | undefined {
  return element.getAttributeNS(null, name) ?? undefined;
}

/**
 * The whole text of an element that holds text only; undefined when anything else stands in it, so that no reader takes
 * a piece of a value for the value (CVE-2017-11427 and its kin).
 */
export function textOf(element: Element): string | undefined {
  const nodes = childNodes(element);
  if (nodes.some((node) => node.nodeType !== TEXT)) return undefined;
  return nodes.map((node) => node.nodeValue ?? '').join('');
}

/** White space at both ends taken off, as xs:anyURI and friends are read (XML Schema part 2, collapse). */
export function trimmedTextOf(element: Element): string | undefined {
  return textOf(element)?.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '');
}

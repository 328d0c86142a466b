import type { Element, Node } from '@xmldom/xmldom';
import { NAMESPACE } from '#libs/saml';

const ELEMENT = 1;
const TEXT = 3;

const isElement = (node: Node): node is Element => node.nodeType === ELEMENT;

function childNodes(element: Element): Node[] {
  const nodes: Node[] = [];
  for (let node = element.firstChild; node; node = node.nextSibling) nodes.push(node);
  return nodes;
}

export function childElements(element: Element): Element[] {
  return childNodes(element).filter(isElement);
}

export function isNamed(element: Element, namespace: string, localName: string): boolean {
  return element.namespaceURI === namespace && element.localName === localName;
}

export function childrenNamed(element: Element, namespace: string, localName: string): Element[] {
  return childElements(element).filter((child) => isNamed(child, namespace, localName));
}

/** The only child of this name; undefined when there is none or more than one. */
export function onlyChild(
  element: Element | undefined,
  localName: string,
  namespace: string = NAMESPACE.assertion,
): Element | undefined {
  const [child, ...others] = element ? childrenNamed(element, namespace, localName) : [];
  return others.length === 0 ? child : undefined;
}

/** The element and everything below it; the parser has bounded their number and depth. */
export function withDescendants(element: Element): Element[] {
  return [element, ...childElements(element).flatMap(withDescendants)];
}

export function attributeOf(element: Element | undefined, name: string): string | undefined {
  return element?.getAttributeNS(null, name) ?? undefined;
}

/** The whole text of an element that holds text only: never a piece of it. */
export function textOf(element: Element | undefined): string | undefined {
  const nodes = element && childNodes(element);
  if (nodes === undefined || nodes.some((node) => node.nodeType !== TEXT)) return undefined;
  return nodes.map((node) => node.nodeValue ?? '').join('');
}

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/;

/** xs:dateTime in UTC (Core 1.3.3). */
export function instantOf(text: string | undefined): Date | undefined {
  if (text === undefined || !UTC.test(text)) return undefined;
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? undefined : instant;
}

import { DOMParser, type Document, type Element } from '@xmldom/xmldom';

/** Thrown for text that is no well-formed, plain XML document. */
export class NotXml extends Error {}

/** Parses strictly. A document type declaration is refused, since it could define entities (XXE, expansion). */
export function parseXml(text: string): Document {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new NotXml('document type declaration');
  try {
    return new DOMParser({
      onError: (_level, message) => {
        throw new NotXml(message);
      },
    }).parseFromString(text, 'text/xml');
  } catch (error) {
    throw error instanceof NotXml ? error : new NotXml('not well-formed');
  }
}

export const childElements = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

export const childrenNamed = (parent: Element, namespace: string, name: string): Element[] =>
  childElements(parent).filter((child) => child.namespaceURI === namespace && child.localName === name);

/** The only child of that name; undefined when there is none or more than one. */
export function onlyChild(parent: Element | undefined, namespace: string, name: string): Element | undefined {
  const found = parent === undefined ? [] : childrenNamed(parent, namespace, name);
  return found.length === 1 ? found[0] : undefined;
}

/** First element down a path of local names. Namespaces of the register's data types carry versions, so they are not compared. */
export function at(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce<Element | undefined>(
    (element, name) => element && childElements(element).find(({ localName }) => localName === name),
    parent,
  );
}

export function textAt(parent: Element | undefined, ...path: readonly string[]): string | undefined {
  const text = at(parent, ...path)?.textContent?.trim();
  return text === '' ? undefined : text;
}

export const escapeXml = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('"', '&quot;');

import { DOMParser, type Element } from '@xmldom/xmldom';

/** Root of a well-formed document without document type declaration; undefined for anything else. */
export function parseRoot(text: string): Element | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) return undefined;
  try {
    const parser = new DOMParser({
      onError: (_level, message) => {
        throw new Error(message);
      },
    });
    return parser.parseFromString(text, 'text/xml').documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

export const elementsIn = (parent: Element): Element[] =>
  Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === node.ELEMENT_NODE);

export const isNamed = (element: Element | undefined, namespace: string, name: string): boolean =>
  element?.namespaceURI === namespace && element.localName === name;

/** The child of that name, when there is exactly one. */
export function onlyChild(parent: Element | undefined, namespace: string, name: string): Element | undefined {
  const found = parent ? elementsIn(parent).filter((child) => isNamed(child, namespace, name)) : [];
  return found.length === 1 ? found[0] : undefined;
}

export function textOf(element: Element | undefined): string | undefined {
  const text = element?.textContent?.trim();
  return text === '' ? undefined : text;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export const escapeXml = (text: string): string =>
  text.replaceAll(/[&<>"]/gu, (character) => ESCAPES[character] ?? '');

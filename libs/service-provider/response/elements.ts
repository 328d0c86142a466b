import type { Element } from '@xmldom/xmldom';
import {
  NAMESPACE,
  attributeOf as attributeOfElement,
  childrenNamed,
  textOf as textOfElement,
} from '#libs/saml';

/** The only child of this name; undefined when there is none or more than one. */
export function onlyChild(
  element: Element | undefined,
  localName: string,
  namespace: string = NAMESPACE.assertion,
): Element | undefined {
  const [child, ...others] = element ? childrenNamed(element, namespace, localName) : [];
  return others.length === 0 ? child : undefined;
}

export const attributeOf = (element: Element | undefined, name: string): string | undefined =>
  element && attributeOfElement(element, name);

/** The whole text of an element that holds text only: never a piece of it. */
export const textOf = (element: Element | undefined): string | undefined => element && textOfElement(element);

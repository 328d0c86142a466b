import { DOMParser, type Element, type Node } from '@xmldom/xmldom';

const ATOM = 'http://www.w3.org/2005/Atom';
/** RFC 3339 section 5.6, with a capital T and Z as RFC 4287 section 3.3 asks. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
const ABSOLUTE = /^[a-z][a-z0-9+.-]*:[^\s]+$/i;

/** How often each child may come (RFC 4287 sections 4.1.1 and 4.1.2); none that stands in neither. */
const FEED: Readonly<Record<string, readonly [number, number]>> = {
  author: [0, 99],
  category: [0, 99],
  contributor: [0, 99],
  generator: [0, 1],
  icon: [0, 1],
  id: [1, 1],
  link: [0, 99],
  logo: [0, 1],
  rights: [0, 1],
  subtitle: [0, 1],
  title: [1, 1],
  updated: [1, 1],
  entry: [0, 9_999],
};
const ENTRY: typeof FEED = {
  author: [0, 99],
  category: [0, 99],
  content: [0, 1],
  contributor: [0, 99],
  id: [1, 1],
  link: [0, 99],
  published: [0, 1],
  rights: [0, 1],
  source: [0, 1],
  summary: [0, 1],
  title: [1, 1],
  updated: [1, 1],
};

const isElement = (node: Node): node is Element => node.nodeType === 1;
const elementsOf = (parent: Element): Element[] => [...parent.childNodes].filter(isElement);

export const childrenOf = (parent: Element, name: string): Element[] =>
  elementsOf(parent).filter(({ localName, namespaceURI }) => localName === name && namespaceURI === ATOM);

/** @throws when it is not well-formed XML */
export function readFeed(xml: string): Element {
  const refuse = (_level: string, message: string) => {
    throw new Error(message);
  };
  const root = new DOMParser({ onError: refuse }).parseFromString(xml, 'application/xml').documentElement;
  if (root === null) throw new Error('There is no element.');
  return root;
}

/** What breaks RFC 4287, as far as a feed of plain text can. */
export function problemsOf(feed: Element): string[] {
  const entries = childrenOf(feed, 'entry');
  const ids = entries.map((entry) => childrenOf(entry, 'id')[0]?.textContent);
  const authored = (element: Element) => childrenOf(element, 'author').length > 0;
  return [
    ...(feed.localName === 'feed' && feed.namespaceURI === ATOM ? [] : ['the root is no feed']),
    ...partsOf(feed, FEED),
    ...entries.flatMap((entry) => [...partsOf(entry, ENTRY), ...contentOf(entry)]),
    ...(authored(feed) || entries.every(authored) ? [] : ['somebody is no author']),
    ...(new Set(ids).size === ids.length ? [] : ['two entries have the same id']),
    ...(linksOf(feed, 'self').length === 1 ? [] : ['it does not name its own address']),
  ];
}

function partsOf(parent: Element, allowed: typeof FEED): string[] {
  const where = parent.localName;
  const unknown = elementsOf(parent).filter(
    ({ localName, namespaceURI }) => namespaceURI !== ATOM || allowed[localName ?? ''] === undefined,
  );
  const loose = [...parent.childNodes].filter((node) => node.nodeType === 3 && node.nodeValue?.trim() !== '');
  return [
    ...unknown.map(({ nodeName }) => `${where}: ${nodeName} is unknown`),
    ...loose.map(() => `${where}: loose text`),
    ...Object.entries(allowed).flatMap(([name, [least, most]]) => {
      const count = childrenOf(parent, name).length;
      return count < least || count > most ? [`${where}: ${count} times ${name}`] : [];
    }),
    ...childrenOf(parent, 'updated').flatMap((one) => valueOf(one, MOMENT)),
    ...childrenOf(parent, 'id').flatMap((one) => valueOf(one, ABSOLUTE)),
    ...childrenOf(parent, 'author').flatMap((one) =>
      childrenOf(one, 'name').length === 1 ? [] : ['an author without a name'],
    ),
    ...childrenOf(parent, 'title').flatMap((one) =>
      one.textContent?.trim() === '' ? ['an empty title'] : [],
    ),
    ...childrenOf(parent, 'link').flatMap((one) =>
      ABSOLUTE.test(one.getAttribute('href') ?? '') ? [] : [`${where}: a link to nowhere`],
    ),
    // Section 4.1.1: one of the same type and language at most.
    ...(linksOf(parent, 'alternate').length > 1 ? [`${where}: two alternates`] : []),
  ];
}

const valueOf = (element: Element, form: RegExp): string[] =>
  form.test(element.textContent ?? '') ? [] : [`${element.localName}: ${element.textContent}`];

const linksOf = (parent: Element, relation: string): Element[] =>
  childrenOf(parent, 'link').filter((link) => (link.getAttribute('rel') ?? 'alternate') === relation);

/** Sections 4.1.2 and 4.1.3: content, or a place where it is; plain text has no elements within. */
function contentOf(entry: Element): string[] {
  const [content] = childrenOf(entry, 'content');
  if (content === undefined)
    return linksOf(entry, 'alternate').length === 1 ? [] : ['an entry without content'];
  const type = content.getAttribute('type') ?? 'text';
  return type === 'text' && elementsOf(content).length === 0 ? [] : ['content that is no plain text'];
}

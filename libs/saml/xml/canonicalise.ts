import type { Attr, Element } from '@xmldom/xmldom';
import { NAMESPACE } from '../saml-names.js';
import { escapeAttribute, escapeText } from './escape.js';
import { childNodes, isElement } from './read-element.js';

export interface CanonicalOptions {
  /** Left out with everything in it: the enveloped signature. */
  readonly without?: Element;
  /** `InclusiveNamespaces PrefixList`; `#default` stands for the default namespace. */
  readonly inclusivePrefixes?: readonly string[];
}

/** Namespace name by prefix; the default namespace has the empty prefix. */
type Namespaces = ReadonlyMap<string, string>;

interface Scope {
  /** What the canonical output has declared so far. */
  readonly rendered: Namespaces;
  /** What the document has in scope; kept only for prefixes of the inclusive list. */
  readonly inScope: Namespaces;
}

/**
 * Exclusive XML Canonicalization 1.0 without comments of one element and what is in it. Recursion goes no deeper than
 * the parser's bounds allow.
 */
export function canonicalise(apex: Element, options: CanonicalOptions = {}): string {
  const inclusive = (options.inclusivePrefixes ?? []).map((prefix) => (prefix === '#default' ? '' : prefix));
  return new Canonicaliser(inclusive, options.without).write(apex, {
    rendered: new Map(),
    inScope: inclusive.length > 0 ? ancestorNamespaces(apex) : new Map(),
  });
}

class Canonicaliser {
  constructor(
    private readonly inclusive: readonly string[],
    private readonly without: Element | undefined,
  ) {}

  write(element: Element, scope: Scope): string {
    const attributes = [...element.attributes];
    const inScope = this.inclusive.length > 0 ? withDeclarations(scope.inScope, attributes) : scope.inScope;
    const declared = this.declarations(element, attributes, { ...scope, inScope });
    const rendered = declared.length > 0 ? new Map([...scope.rendered, ...declared]) : scope.rendered;
    const start = `<${element.tagName}${declared.map(writeDeclaration).join('')}${writeAttributes(attributes)}>`;
    return `${start}${this.content(element, { rendered, inScope })}</${element.tagName}>`;
  }

  private content(element: Element, scope: Scope): string {
    return childNodes(element)
      .map((node) => {
        if (node === this.without) return '';
        if (isElement(node)) return this.write(node, scope);
        return node.nodeType === node.TEXT_NODE ? escapeText(node.nodeValue ?? '') : '';
      })
      .join('');
  }

  /** Exclusive c14n section 3: what is visibly utilised here, or listed, and not yet declared so in the output. */
  private declarations(element: Element, attributes: readonly Attr[], scope: Scope): [string, string][] {
    const wanted = new Map([...visiblyUtilised(element, attributes), ...this.listed(scope.inScope)]);
    return [...wanted]
      .filter(([prefix, name]) => prefix !== 'xml' && (scope.rendered.get(prefix) ?? '') !== name)
      .toSorted(([a], [b]) => (a < b ? -1 : 1));
  }

  private listed(inScope: Namespaces): [string, string][] {
    return [...inScope].filter(([prefix]) => this.inclusive.includes(prefix));
  }
}

function visiblyUtilised(element: Element, attributes: readonly Attr[]): [string, string][] {
  const ofAttributes = attributes
    .filter((attribute) => attribute.prefix && !isDeclaration(attribute))
    .map(({ prefix, namespaceURI }): [string, string] => [prefix ?? '', namespaceURI ?? '']);
  return [[element.prefix ?? '', element.namespaceURI ?? ''], ...ofAttributes];
}

function isDeclaration(attribute: Attr): boolean {
  return attribute.namespaceURI === NAMESPACE.xmlns;
}

function withDeclarations(inScope: Namespaces, attributes: readonly Attr[]): Namespaces {
  const declared = attributes.filter(isDeclaration);
  if (declared.length === 0) return inScope;
  const entries = declared.map(
    ({ prefix, localName, value }) => [prefix ? (localName ?? '') : '', value] as const,
  );
  return new Map([...inScope, ...entries]);
}

function ancestorNamespaces(apex: Element): Namespaces {
  const parent = apex.parentNode;
  if (!parent || !isElement(parent)) return new Map();
  return withDeclarations(ancestorNamespaces(parent), [...parent.attributes]);
}

function writeDeclaration([prefix, name]: readonly [string, string]): string {
  return prefix === '' ? ` xmlns="${escapeAttribute(name)}"` : ` xmlns:${prefix}="${escapeAttribute(name)}"`;
}

/** Attributes by namespace name, then by local name (Canonical XML 1.0 section 2.2). */
function writeAttributes(attributes: readonly Attr[]): string {
  return attributes
    .filter((attribute) => !isDeclaration(attribute))
    .toSorted(byExpandedName)
    .map(({ name, value }) => ` ${name}="${escapeAttribute(value)}"`)
    .join('');
}

function byExpandedName(a: Attr, b: Attr): number {
  const [left, right] = [a.namespaceURI ?? '', b.namespaceURI ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  return (a.localName ?? '') < (b.localName ?? '') ? -1 : 1;
}

import { DOMParser, type Attr, type Element } from '@xmldom/xmldom';
import { refused, type Refused } from '../outcome.js';
import { NAMESPACE } from '../saml-names.js';
import { withDescendants } from './read-element.js';
import { scanXml } from './scan-xml.js';
import { MESSAGE_BOUNDS, type XmlBounds, type XmlRefusal } from './xml-bounds.js';

export interface ParsedXml {
  readonly kind: 'parsed';
  readonly root: Element;
}

const parser = new DOMParser({
  locator: false,
  // XML 1.0 section 2.11. The parser's own default follows XML 1.1 and would turn U+0085 and U+2028 into line feeds,
  // which changes octets that a signature covers.
  normalizeLineEndings: (source: string) => source.replace(/\r\n?/g, '\n'),
  onError: (level: string, message: string) => {
    throw new Error(`${level}: ${message}`);
  },
});

/** Parses a document from outside after the cheap scan; a warning of the parser is a refusal here. */
export function parseXml(xml: string, bounds: XmlBounds = MESSAGE_BOUNDS): ParsedXml | Refused<XmlRefusal> {
  const scanned = scanXml(xml, bounds);
  if (scanned.kind === 'refused') return scanned;
  const root = parsedRoot(xml);
  if (!root) return refused('malformed');
  const elements = withDescendants(root);
  const attributes = elements.flatMap((element) => [...element.attributes]);
  // Two attributes whose prefixes mean the same namespace are one name (Namespaces 1.0 section 6.3); the parser keeps
  // only the later of them.
  if (attributes.length !== scanned.attributes) return refused('duplicate-attribute');
  const strange = attributes.find(isStrangeDeclaration);
  return strange ? refused('namespace', strange.name) : { kind: 'parsed', root };
}

function parsedRoot(xml: string): Element | undefined {
  try {
    return parser.parseFromString(xml, 'text/xml').documentElement ?? undefined;
  } catch {
    return undefined;
  }
}

const ABSOLUTE_URI = /^[A-Za-z][A-Za-z0-9+.-]*:[\x21-\x7e]{1,255}$/;

/**
 * Namespace names must be absolute (a relative one makes some canonicalisers give up with empty output, which has a
 * well-known digest), `xml` and `xmlns` keep their meaning, and a prefix cannot be undeclared (Namespaces 1.0).
 */
function isStrangeDeclaration({ namespaceURI, prefix, localName, value }: Attr): boolean {
  if (namespaceURI !== NAMESPACE.xmlns) return false;
  if (!prefix) return value !== '' && isStrangeName(value);
  if (localName === 'xml') return value !== NAMESPACE.xml;
  return localName === 'xmlns' || isStrangeName(value);
}

function isStrangeName(name: string): boolean {
  return name === NAMESPACE.xml || name === NAMESPACE.xmlns || !ABSOLUTE_URI.test(name);
}

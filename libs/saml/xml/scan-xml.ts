import { refused, type Refused } from '../outcome.js';
import type { XmlBounds, XmlRefusal } from './xml-bounds.js';
import { hasForbiddenCharacter, hasOnlyPlainReferences } from './xml-characters.js';

export interface ScannedXml {
  readonly kind: 'scanned';
  /** Attributes written in the document; a parser that ends up with fewer has silently dropped one. */
  readonly attributes: number;
}

interface Scan {
  readonly xml: string;
  readonly bounds: XmlBounds;
  readonly open: string[];
  at: number;
  elements: number;
  attributes: number;
}

const NAME = '[A-Za-z_][A-Za-z0-9_.-]*(?::[A-Za-z_][A-Za-z0-9_.-]*)?';
const DECLARATION =
  /^<\?xml\s+version=(["'])1\.0\1(?:\s+encoding=(["'])utf-8\2)?(?:\s+standalone=(["'])(?:yes|no)\3)?\s*\?>/i;
const OPENING = new RegExp(`<(${NAME})`, 'y');
const ATTRIBUTE = new RegExp(`\\s+${NAME}\\s*=\\s*(?:"([^"<]*)"|'([^'<]*)')`, 'y');
const TAG_END = /\s*(\/?)>/y;
const CLOSING = new RegExp(`</(${NAME})\\s*>`, 'y');

/**
 * Goes over the text once, without building anything, and refuses what a SAML message has no use for (document types,
 * entities, processing instructions, CDATA) and what exceeds the bounds. What passes is small, flat and well-formed
 * enough that the parser behind cannot be surprised by it.
 */
export function scanXml(xml: string, bounds: XmlBounds): ScannedXml | Refused<XmlRefusal> {
  if (xml.length > bounds.characters) return refused('too-large');
  if (hasForbiddenCharacter(xml)) return refused('forbidden-character');
  const at = declarationLength(xml);
  if (at === undefined) return refused('xml-declaration');
  const scan: Scan = { xml, bounds, open: [], at, elements: 0, attributes: 0 };
  while (scan.at < xml.length) {
    const refusal = step(scan);
    if (refusal) return refused(refusal, `at character ${scan.at}`);
  }
  if (scan.open.length > 0 || scan.elements === 0) return refused('malformed', 'cut short');
  return { kind: 'scanned', attributes: scan.attributes };
}

function declarationLength(xml: string): number | undefined {
  if (!/^<\?xml\s/i.test(xml)) return 0;
  return DECLARATION.exec(xml)?.[0].length;
}

function step(scan: Scan): XmlRefusal | undefined {
  const next = scan.xml.indexOf('<', scan.at);
  const end = next < 0 ? scan.xml.length : next;
  const refusal = checkText(scan.xml.slice(scan.at, end), scan.open.length > 0);
  scan.at = end;
  if (refusal || next < 0) return refusal;
  switch (scan.xml[next + 1]) {
    case '/':
      return closingTag(scan);
    case '!':
      return declarationOrComment(scan);
    case '?':
      return 'processing-instruction';
    default:
      return openingTag(scan);
  }
}

function checkText(text: string, inside: boolean): XmlRefusal | undefined {
  if (!inside) return /[^ \t\r\n]/.test(text) ? 'malformed' : undefined;
  if (text.includes(']]>')) return 'malformed';
  return hasOnlyPlainReferences(text) ? undefined : 'entity';
}

function declarationOrComment(scan: Scan): XmlRefusal | undefined {
  if (scan.xml.startsWith('<![CDATA[', scan.at)) return 'cdata';
  if (!scan.xml.startsWith('<!--', scan.at)) return 'doctype';
  if (scan.bounds.comments === 'refused') return 'comment';
  const end = scan.xml.indexOf('--', scan.at + 4);
  if (end < 0 || scan.xml[end + 2] !== '>') return 'malformed';
  scan.at = end + 3;
  return undefined;
}

function match(scan: Scan, pattern: RegExp): RegExpExecArray | undefined {
  pattern.lastIndex = scan.at;
  const found = pattern.exec(scan.xml) ?? undefined;
  if (found) scan.at = pattern.lastIndex;
  return found;
}

function openingTag(scan: Scan): XmlRefusal | undefined {
  const name = match(scan, OPENING)?.[1];
  if (name === undefined) return 'malformed';
  if (scan.open.length === 0 && scan.elements > 0) return 'several-roots';
  scan.elements += 1;
  if (scan.elements > scan.bounds.elements) return 'too-many-elements';
  return attributes(scan) ?? endOfOpeningTag(scan, name);
}

function endOfOpeningTag(scan: Scan, name: string): XmlRefusal | undefined {
  const end = match(scan, TAG_END);
  if (!end) return 'malformed';
  if (end[1] === '') scan.open.push(name);
  return scan.open.length > scan.bounds.depth ? 'too-deep' : undefined;
}

function attributes(scan: Scan): XmlRefusal | undefined {
  let count = 0;
  for (let found = match(scan, ATTRIBUTE); found; found = match(scan, ATTRIBUTE)) {
    count += 1;
    if (count > scan.bounds.attributesPerElement) return 'too-many-attributes';
    if (!hasOnlyPlainReferences(found[1] ?? found[2] ?? '')) return 'entity';
  }
  scan.attributes += count;
  return scan.attributes > scan.bounds.attributes ? 'too-many-attributes' : undefined;
}

function closingTag(scan: Scan): XmlRefusal | undefined {
  const name = match(scan, CLOSING)?.[1];
  return name !== undefined && scan.open.pop() === name ? undefined : 'malformed';
}

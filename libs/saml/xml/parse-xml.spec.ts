import { describe, expect, it } from 'vitest';
import { authnRequest } from '../test-support/requests.js';
import { attributeOf, textOf } from './read-element.js';
import { parseXml } from './parse-xml.js';
import { METADATA_BOUNDS } from './xml-bounds.js';

const many = (count: number, write: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const NESTED = '<a>'.repeat(10_000) + '</a>'.repeat(10_000);
const WIDE = `<a>${'<b/>'.repeat(5_000)}</a>`;
const MANY_ATTRIBUTES = `<a ${many(100_000, (index) => `a${index}="" `)}/>`.slice(0, 250_000);
const MANY_NAMESPACES = `<a ${many(8_000, (index) => `xmlns:n${index}="urn:n" `)}/>`;

describe('what the parser is never shown', () => {
  it.each([
    ['SA-28 SX-21 document type', '<!DOCTYPE a><a/>', 'doctype'],
    ['SX-21 external entity', '<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]><a>&e;</a>', 'doctype'],
    ['SX-21 document type behind a comment', '<!-- --><!DOCTYPE a><a/>', 'comment'],
    ['SX-21 document type inside', '<a><!DOCTYPE a></a>', 'doctype'],
    ['SX-22 entity without declaration', '<a>&lol;</a>', 'entity'],
    ['SX-12 entity in an attribute', '<a ID="&x;"/>', 'entity'],
    ['reference to a forbidden character', '<a>&#0;</a>', 'entity'],
    ['reference to half a character', '<a>&#xD800;</a>', 'entity'],
    ['reference beyond Unicode', '<a>&#x110000;</a>', 'entity'],
    ['bare ampersand', '<a>a & b</a>', 'entity'],
    ['SX-20 comment', '<a>victim<!---->.evil</a>', 'comment'],
    ['SX-20 CDATA', '<a>victim<![CDATA[.evil]]></a>', 'cdata'],
    ['SX-20 processing instruction', '<a>victim<?x y?>.evil</a>', 'processing-instruction'],
    ['stylesheet', '<?xml-stylesheet href="x"?><a/>', 'processing-instruction'],
    ['SX-24 declared UTF-16', '<?xml version="1.0" encoding="utf-16"?><a/>', 'xml-declaration'],
    ['SX-24 declared UTF-7', '<?xml version="1.0" encoding="utf-7"?><a/>', 'xml-declaration'],
    ['XML 1.1', '<?xml version="1.1"?><a/>', 'xml-declaration'],
    ['declaration not at the start', ' <?xml version="1.0"?><a/>', 'processing-instruction'],
    ['NUL', '<a>\0</a>', 'forbidden-character'],
    ['SX-24 UTF-16 read as UTF-8', '<\0a\0/\0>\0', 'forbidden-character'],
    ['SA-30 two roots', '<a/><b/>', 'several-roots'],
    ['text behind the root', '<a/>b', 'malformed'],
    ['nothing', '', 'malformed'],
    ['only text', 'hello', 'malformed'],
    ['cut short', '<a><b></b>', 'malformed'],
    ['wrong order', '<a><b></a></b>', 'malformed'],
    ['attribute without quotes', '<a b=c/>', 'malformed'],
    ['attribute without value', '<a b/>', 'malformed'],
    ['less-than in an attribute', '<a b="<"/>', 'malformed'],
    ['end of CDATA in text', '<a>]]></a>', 'malformed'],
    ['tag end with more', '<a></a b>', 'malformed'],
    ['name with two colons', '<a:b:c xmlns:a="urn:a"/>', 'malformed'],
    ['same attribute twice', '<a b="1" b="2"/>', 'malformed'],
    [
      'SX-12 same attribute by two prefixes',
      '<a xmlns:x="urn:x" xmlns:y="urn:x" x:ID="1" y:ID="2"/>',
      'duplicate-attribute',
    ],
    ['prefix never declared', '<a:b/>', 'malformed'],
    ['SX-13 xml given another meaning', '<a xmlns:xml="urn:x"/>', 'namespace'],
    ['SX-13 xmlns as a prefix', '<a xmlns:xmlns="urn:x"/>', 'namespace'],
    ['SX-13 another prefix for xml', '<a xmlns:x="http://www.w3.org/XML/1998/namespace"/>', 'namespace'],
    ['SX-13 prefix undeclared', '<a xmlns:x=""/>', 'namespace'],
    ['SX-14 relative namespace', '<a xmlns:n="1"/>', 'namespace'],
    ['SX-14 relative default namespace', '<a xmlns="1"/>', 'namespace'],
    ['SX-22 too deep', NESTED, 'too-deep'],
    ['SX-22 too many elements', WIDE, 'too-many-elements'],
    ['SX-22 too many attributes', MANY_ATTRIBUTES, 'too-many-attributes'],
    ['SX-22 too many namespace declarations', MANY_NAMESPACES, 'too-many-attributes'],
    ['SX-22 too large', `<a>${'x'.repeat(300_000)}</a>`, 'too-large'],
    ['SX-22 quadratic blow-up', `<a ${'b="1" '.repeat(30)}`.repeat(1_000), 'malformed'],
  ])('%s', (_, xml, reason) => {
    const before = process.cpuUsage().user;
    expect(parseXml(xml)).toMatchObject({ kind: 'refused', reason });
    expect(process.cpuUsage().user - before).toBeLessThan(200_000);
  });
});

describe('what it is shown', () => {
  it('an ordinary request', () => {
    expect(parseXml(authnRequest()).kind).toBe('parsed');
    expect(parseXml(`<?xml version="1.0" encoding="UTF-8"?>\n${authnRequest()}\n`).kind).toBe('parsed');
  });

  it('SX-31 names of JavaScript mean nothing', () => {
    const parsed = parseXml('<__proto__ constructor="1" __proto__="2"/>');
    if (parsed.kind === 'refused') throw new Error(parsed.reason);
    expect(attributeOf(parsed.root, '__proto__')).toBe('2');
    expect(attributeOf(parsed.root, 'toString')).toBeUndefined();
  });

  it('line ends follow XML 1.0: U+0085 and U+2028 are text', () => {
    const parsed = parseXml('<a>1\r\n2\r3\u00854\u20285</a>');
    if (parsed.kind === 'refused') throw new Error(parsed.reason);
    expect(textOf(parsed.root)).toBe('1\n2\n3\u00854\u20285');
  });

  it('comments in metadata, but never inside a value', () => {
    const parsed = parseXml('<a><!-- a & b --><b>victim<!-- -->.evil</b></a>', METADATA_BOUNDS);
    if (parsed.kind === 'refused') throw new Error(parsed.reason);
    const value = parsed.root.lastChild;
    expect(value && textOf(value as typeof parsed.root)).toBeUndefined();
  });
});

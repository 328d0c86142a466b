import { DOMParser as OtherParser } from '@xmldom/xmldom';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { ExclusiveCanonicalization } from 'xml-crypto';
import { canonicalise } from './canonicalise.js';
import { parseXml } from './parse-xml.js';
import { isElement } from './read-element.js';

const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;
const folder = mkdtempSync(join(tmpdir(), 'c14n-'));
afterAll(() => rmSync(folder, { recursive: true }));

function canonical(xml: string, inclusivePrefixes: string[] = []): string {
  const parsed = parseXml(xml);
  if (parsed.kind === 'refused') throw new Error(`${parsed.reason}: ${xml}`);
  return canonicalise(parsed.root, { inclusivePrefixes });
}

describe('exclusive canonical form', () => {
  it.each([
    ['empty element', '<a/>', '<a></a>'],
    [
      'order of attributes',
      '<a z="1" b="2" xmlns:y="urn:1" xmlns:x="urn:2" x:c="3" y:d="4"/>',
      '<a xmlns:x="urn:2" xmlns:y="urn:1" b="2" z="1" y:d="4" x:c="3"></a>',
    ],
    [
      'only what is used',
      '<a xmlns:x="urn:x"><x:b><x:c/></x:b><x:d/></a>',
      '<a><x:b xmlns:x="urn:x"><x:c></x:c></x:b><x:d xmlns:x="urn:x"></x:d></a>',
    ],
    [
      'default namespace',
      '<a xmlns="urn:a"><b xmlns=""><c/></b></a>',
      '<a xmlns="urn:a"><b xmlns=""><c></c></b></a>',
    ],
    [
      'prefix redeclared',
      '<x:a xmlns:x="urn:1"><x:a xmlns:x="urn:2"/></x:a>',
      '<x:a xmlns:x="urn:1"><x:a xmlns:x="urn:2"></x:a></x:a>',
    ],
    [
      'escapes',
      `<a b='"&lt;&amp;&#9;&#10;&#13;>'>"&lt;&amp;>&#13;</a>`,
      '<a b="&quot;&lt;&amp;&#x9;&#xA;&#xD;>">"&lt;&amp;&gt;&#xD;</a>',
    ],
    ['xml: attributes', '<a xml:lang="nl" b="1"/>', '<a b="1" xml:lang="nl"></a>'],
  ])('%s', (_, xml, expected) => {
    expect(canonical(xml)).toBe(expected);
  });

  it('listed prefixes are kept, also those declared above the apex', () => {
    const parsed = parseXml('<a xmlns:xs="urn:xs" xmlns="urn:d"><x:b xmlns:x="urn:x" t="xs:string"/></a>');
    if (parsed.kind === 'refused' || !parsed.root.firstChild || !isElement(parsed.root.firstChild))
      throw new Error();
    expect(canonicalise(parsed.root.firstChild, { inclusivePrefixes: ['xs', '#default'] })).toBe(
      '<x:b xmlns="urn:d" xmlns:x="urn:x" xmlns:xs="urn:xs" t="xs:string"></x:b>',
    );
  });
});

const name = fc.constantFrom('a', 'b', 'c');
const prefix = fc.constantFrom('', 'p', 'q');
const text = fc.constantFrom('', 'x', ' \n ', '&lt;&amp;', '&#13;', '"\'', 'é€😀', '\u0085\u2028', '\r\n');
const namespace = fc.constantFrom('urn:one', 'urn:two', 'http://three/');

interface Tree {
  readonly tag: string;
  readonly attributes: readonly string[];
  readonly content: readonly (Tree | string)[];
}

const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.record({
    tag: fc.tuple(prefix, name).map(([p, n]) => (p ? `${p}:${n}` : n)),
    attributes: fc.uniqueArray(
      fc
        .oneof(
          fc
            .tuple(fc.constantFrom('', 'p'), fc.constantFrom('m', 'n'), text)
            .map(([p, n, t]) => [p ? `${p}:${n}` : n, t]),
          fc.tuple(fc.constantFrom('xmlns', 'xmlns:p', 'xmlns:q'), namespace),
        )
        .map(([n = '', t = '']) => `${n}="${t.replaceAll('"', '&quot;')}"`),
      { selector: (attribute) => attribute.split('=')[0], maxLength: 4 },
    ),
    content: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('tree')), { maxLength: 3 }),
  }),
})).tree;

function written({ tag, attributes, content }: Tree): string {
  return `<${tag} ${attributes.join(' ')}>${content.map((part) => (typeof part === 'string' ? part : written(part))).join('')}</${tag}>`;
}

const document = tree.map((content) => `<root xmlns:p="urn:p" xmlns:q="urn:q">${written(content)}</root>`);

describe('agrees with others on any document', () => {
  it('xml-crypto', () => {
    fc.assert(
      fc.property(document, (xml) => {
        const parser = new OtherParser({
          normalizeLineEndings: (source: string) => source.replace(/\r\n?/g, '\n'),
        });
        const root = parser.parseFromString(xml, 'text/xml').documentElement;
        const other = new ExclusiveCanonicalization().process(root as unknown as Element, {});
        expect(canonical(xml)).toBe(other.toString());
      }),
      { numRuns: 300 },
    );
  });

  it.skipIf(!hasXmllint)('libxml2', () => {
    const file = join(folder, 'document.xml');
    fc.assert(
      fc.property(document, (xml) => {
        writeFileSync(file, xml);
        expect(canonical(xml)).toBe(
          execFileSync('xmllint', ['--nonet', '--exc-c14n', file], { encoding: 'utf8' }),
        );
      }),
      { numRuns: 60 },
    );
  });
});

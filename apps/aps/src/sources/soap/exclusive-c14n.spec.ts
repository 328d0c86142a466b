import { ExclusiveCanonicalization } from 'xml-crypto';
import { describe, expect, it } from 'vitest';
import { exclusiveC14n } from './exclusive-c14n.js';
import { parseXml } from './xml.js';

function inner(text: string) {
  const element = parseXml(text).getElementsByTagName('*').item(1);
  if (element === null) throw new Error('The example holds an element in an element.');
  return element;
}

describe('exclusive canonicalisation', () => {
  it.each([
    ['an unused namespace', '<a xmlns:x="urn:x"><b></b></a>', '<b></b>'],
    ['a prefix declared outside', '<a xmlns:x="urn:x"><x:b></x:b></a>', '<x:b xmlns:x="urn:x"></x:b>'],
    ['a default namespace from outside', '<a xmlns="urn:d"><b><c/></b></a>', '<b xmlns="urn:d"><c></c></b>'],
    [
      'a default namespace undone',
      '<a xmlns="urn:d"><b><c xmlns=""/></b></a>',
      '<b xmlns="urn:d"><c xmlns=""></c></b>',
    ],
    ['no default namespace', '<a xmlns="urn:d"><b xmlns=""><c xmlns=""/></b></a>', '<b><c></c></b>'],
    [
      'a prefix used by an attribute',
      '<a xmlns:x="urn:x"><b x:k="1"/></a>',
      '<b xmlns:x="urn:x" x:k="1"></b>',
    ],
    [
      'a prefix declared anew',
      '<a xmlns:x="urn:x"><x:b><x:c xmlns:x="urn:y"/></x:b></a>',
      '<x:b xmlns:x="urn:x"><x:c xmlns:x="urn:y"></x:c></x:b>',
    ],
    [
      'the same declaration again',
      '<a xmlns:x="urn:x"><x:b><x:c xmlns:x="urn:x"/></x:b></a>',
      '<x:b xmlns:x="urn:x"><x:c></x:c></x:b>',
    ],
    [
      'siblings',
      '<a xmlns:x="urn:x"><b><x:c/><x:c/></b></a>',
      '<b><x:c xmlns:x="urn:x"></x:c><x:c xmlns:x="urn:x"></x:c></b>',
    ],
    [
      'attributes out of order',
      '<a xmlns:p="urn:b" xmlns:q="urn:a"><b z="1" q:y="2" p:x="3" a="4"/></a>',
      '<b xmlns:p="urn:b" xmlns:q="urn:a" a="4" z="1" q:y="2" p:x="3"></b>',
    ],
    [
      'characters to escape',
      '<a><b k="&lt;&gt;&amp;&quot;&#9;&#10;&#13;">&lt;&gt;&amp;&quot;&#13;</b></a>',
      '<b k="&lt;>&amp;&quot;&#x9;&#xA;&#xD;">&lt;&gt;&amp;"&#xD;</b>',
    ],
    ['comments and CDATA', '<a><b>1<!-- 2 -->3<![CDATA[<4>]]></b></a>', '<b>13&lt;4&gt;</b>'],
  ])('writes %s', (_, text, expected) => {
    expect(exclusiveC14n(inner(text))).toBe(expected);
    const judge = new ExclusiveCanonicalization().process(inner(text) as never, {});
    if (!text.includes('CDATA')) expect(judge).toBe(expected);
  });

  it('keeps a listed prefix although nothing visible uses it', () => {
    const element = inner('<a xmlns:x="urn:x" xmlns:y="urn:y"><b type="x:t"/></a>');
    expect(exclusiveC14n(element, ['x', 'absent'])).toBe('<b xmlns:x="urn:x" type="x:t"></b>');
  });

  it('refuses what it would not write as signed', () => {
    expect(() => exclusiveC14n(inner('<a><b><?do it?></b></a>'))).toThrow();
  });
});

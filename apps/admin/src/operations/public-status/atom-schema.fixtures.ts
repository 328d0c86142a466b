import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const hasXmllint = spawnSync('xmllint', ['--version']).status === 0;

const many = (name: string) => `<zeroOrMore><ref name="${name}"/></zeroOrMore>`;
const maybe = (name: string) => `<optional><ref name="${name}"/></optional>`;
const one = (name: string) => `<ref name="${name}"/>`;
const define = (name: string, inside: string) => `<define name="${name}">${inside}</define>`;
const element = (name: string, inside: string) =>
  `<element name="${name}">${one('common')}${inside}</element>`;
const attribute = (name: string, inside = '<text/>') =>
  `<optional><attribute name="${name}" ns="">${inside}</attribute></optional>`;
const pattern = (form: string) => `<data type="string"><param name="pattern">${form}</param></data>`;
const inAnyOrder = (parts: string) => `<interleave>${parts}</interleave>`;

const NAMES_OF_TEXTS = ['rights', 'subtitle', 'summary', 'title'];
const MARKUP =
  '<attribute name="type" ns=""><value>xhtml</value></attribute><element><nsName ns="http://www.w3.org/1999/xhtml"/><ref name="any"/></element>';

/** What Atom allows, as a grammar of RELAX NG in the XML syntax, after sections 2 to 4 of RFC 4287. */
const GRAMMAR = `<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.w3.org/2005/Atom"
  datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"><start>${one('feed')}</start>${[
    define(
      'common',
      `<optional><attribute name="xml:base"><data type="anyURI"/></attribute></optional>
     <optional><attribute name="xml:lang">${pattern('[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*')}</attribute></optional>`,
    ),
    define(
      'any',
      `<zeroOrMore><choice><attribute><anyName/></attribute><text/><element><anyName/>${one('any')}</element></choice></zeroOrMore>`,
    ),
    // Section 3.1
    define(
      'text',
      `<choice><group>${attribute('type', '<choice><value>text</value><value>html</value></choice>')}<text/></group><group>${MARKUP}</group></choice>`,
    ),
    ...NAMES_OF_TEXTS.map((name) => define(name, element(name, one('text')))),
    // Section 3.2
    ...['author', 'contributor'].map((name) =>
      define(
        name,
        element(
          name,
          inAnyOrder(
            `<element name="name"><text/></element><optional><element name="uri"><data type="anyURI"/></element></optional>
           <optional><element name="email">${pattern('.+@.+')}</element></optional>`,
          ),
        ),
      ),
    ),
    // Section 3.3
    ...['updated', 'published'].map((name) => define(name, element(name, '<data type="dateTime"/>'))),
    // Section 4.1
    define(
      'feed',
      element(
        'feed',
        inAnyOrder(
          ['author', 'category', 'contributor', 'link'].map(many).join('') +
            ['generator', 'icon', 'logo', 'rights', 'subtitle'].map(maybe).join('') +
            ['id', 'title', 'updated'].map(one).join(''),
        ) + many('entry'),
      ),
    ),
    define(
      'entry',
      element(
        'entry',
        inAnyOrder(
          ['author', 'category', 'contributor', 'link'].map(many).join('') +
            ['content', 'published', 'rights', 'summary'].map(maybe).join('') +
            ['id', 'title', 'updated'].map(one).join(''),
        ),
      ),
    ),
    define(
      'content',
      element(
        'content',
        `<choice>${one('text')}<group>${attribute('type', pattern('.+/.+'))}<attribute name="src" ns=""><data type="anyURI"/></attribute></group></choice>`,
      ),
    ),
    // Section 4.2
    define(
      'category',
      element(
        'category',
        `<attribute name="term" ns=""><text/></attribute>${attribute('scheme')}${attribute('label')}`,
      ),
    ),
    define('generator', element('generator', `${attribute('uri')}${attribute('version')}<text/>`)),
    ...['icon', 'logo', 'id'].map((name) => define(name, element(name, '<data type="anyURI"/>'))),
    define(
      'link',
      element(
        'link',
        `<attribute name="href" ns=""><data type="anyURI"/></attribute>${attribute('rel')}${attribute('type', pattern('.+/.+'))}
       ${attribute('hreflang')}${attribute('title')}${attribute('length')}`,
      ),
    ),
  ].join('')}</grammar>`;

/** What xmllint, which knows nothing of us, says of a feed against the grammar; empty when nothing. */
export function judgedByXmllint(xml: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'csam-atom-'));
  try {
    const [grammar, feed] = [join(folder, 'atom.rng'), join(folder, 'feed.xml')];
    writeFileSync(grammar, GRAMMAR);
    writeFileSync(feed, xml);
    const { status, stderr } = spawnSync('xmllint', ['--noout', '--nonet', '--relaxng', grammar, feed], {
      encoding: 'utf8',
    });
    return status === 0 ? '' : stderr;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

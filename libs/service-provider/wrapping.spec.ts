import { DOMParser, XMLSerializer, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { begunSignIn } from './test-support/begun-sign-in.js';
import { answer, assertionXml } from './test-support/identity-provider.js';

const DS = 'http://www.w3.org/2000/09/xmldsig#';
const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion';

interface Parts {
  readonly response: Element;
  readonly assertion: Element;
  readonly outerSignature: Element;
  readonly innerSignature: Element;
  /** Says that the attacker is somebody else. */
  readonly evil: Element;
}

function part(parent: Element, namespace: string, name: string): Element {
  const found = [...parent.getElementsByTagNameNS(namespace, name)].find(
    (item) => item.parentNode === parent,
  );
  if (!found) throw new Error(`${name} is missing`);
  return found;
}

/** The genuine answer with something done to its tree. */
async function wrapped(requestId: string, change: (parts: Parts) => void): Promise<string> {
  const document = new DOMParser().parseFromString(await answer({ requestId }), 'text/xml');
  const response = document.documentElement;
  if (!response) throw new Error('no root');
  const forged = new DOMParser().parseFromString(
    assertionXml({ requestId, nameId: 'attacker', fedId: 'f'.repeat(40), assertionId: '_evil' }),
    'text/xml',
  ).documentElement;
  if (!forged) throw new Error('no assertion');
  const assertion = part(response, SAML, 'Assertion');
  change({
    response,
    assertion,
    outerSignature: part(response, DS, 'Signature'),
    innerSignature: part(assertion, DS, 'Signature'),
    evil: document.importNode(forged, true),
  });
  return new XMLSerializer().serializeToString(document);
}

const copy = (element: Element): Element => element.cloneNode(true) as Element;

function without(element: Element, child: Element): Element {
  const index = [...element.childNodes].indexOf(child);
  const clone = copy(element);
  const found = clone.childNodes[index];
  if (found) clone.removeChild(found);
  return clone;
}

const ATTACKS: readonly [id: string, change: (parts: Parts) => void][] = [
  [
    'SX-1 clone of the response inside its signature, outer ID changed',
    ({ response, outerSignature }) => {
      const clone = without(response, outerSignature);
      outerSignature.appendChild(clone);
      response.setAttribute('ID', '_evil');
    },
  ],
  [
    'SX-2 clone of the response before its signature',
    ({ response, outerSignature }) => {
      response.insertBefore(without(response, outerSignature), outerSignature);
      response.setAttribute('ID', '_evil');
    },
  ],
  [
    'SX-3 evil before the genuine',
    ({ response, assertion, evil }) => void response.insertBefore(evil, assertion),
  ],
  [
    'SX-4 evil around the genuine',
    ({ response, assertion, evil }) => {
      response.replaceChild(evil, assertion);
      evil.appendChild(assertion);
    },
  ],
  [
    'SX-5 unsigned copy at the end, evil keeps the signature',
    ({ response, assertion, innerSignature, evil }) => {
      const good = without(assertion, innerSignature);
      evil.insertBefore(innerSignature, evil.childNodes[1] ?? null);
      response.replaceChild(evil, assertion);
      response.appendChild(good);
    },
  ],
  [
    'SX-6 copy inside the signature of evil',
    ({ response, assertion, innerSignature, evil }) => {
      const good = without(assertion, innerSignature);
      innerSignature.appendChild(good);
      evil.insertBefore(innerSignature, evil.childNodes[1] ?? null);
      response.replaceChild(evil, assertion);
    },
  ],
  [
    'SX-7 evil inside Extensions',
    ({ response, assertion, evil }) => {
      const extensions = response.ownerDocument?.createElementNS(response.namespaceURI, 'samlp:Extensions');
      if (!extensions) throw new Error('no document');
      extensions.appendChild(evil);
      response.insertBefore(extensions, assertion);
    },
  ],
  [
    'SX-8 copy inside an Object of the signature of evil',
    ({ response, assertion, innerSignature, evil }) => {
      const object = response.ownerDocument?.createElementNS(DS, 'ds:Object');
      if (!object) throw new Error('no document');
      object.appendChild(without(assertion, innerSignature));
      innerSignature.appendChild(object);
      evil.insertBefore(innerSignature, evil.childNodes[1] ?? null);
      response.replaceChild(evil, assertion);
    },
  ],
  [
    'SX-10 decoy signature with the genuine value around evil',
    ({ response, outerSignature, evil, assertion }) => {
      const decoy = copy(outerSignature);
      const object = response.ownerDocument?.createElementNS(DS, 'ds:Object');
      if (!object) throw new Error('no document');
      object.appendChild(evil);
      decoy.appendChild(object);
      response.insertBefore(decoy, outerSignature);
      response.removeChild(assertion);
    },
  ],
  [
    'SX-11 two SignedInfo in one signature',
    ({ outerSignature }) => {
      outerSignature.appendChild(copy(part(outerSignature, DS, 'SignedInfo')));
    },
  ],
  [
    'SX-12 the same ID twice',
    ({ response, assertion }) => void assertion.setAttribute('ID', response.getAttribute('ID') ?? ''),
  ],
  ['SX-12 a second ID attribute', ({ response }) => void response.setAttribute('Id', '_response1')],
];

describe('a signature wrapped around something else', () => {
  it('is found out in the control: the unchanged answer is taken', async () => {
    const { accept, requestId } = await begunSignIn();
    expect(await accept(await wrapped(requestId, () => undefined))).toMatchObject({ kind: 'accepted' });
  });

  it.each(ATTACKS)('%s', async (_id, change) => {
    const { accept, requestId } = await begunSignIn();
    expect(await accept(await wrapped(requestId, change))).toMatchObject({ kind: 'refused' });
  });

  it.each([
    ['comment', '_a<!-- -->n'],
    ['CDATA', '_a<![CDATA[n]]>'],
    ['processing instruction', '_a<?x?>n'],
  ])('SX-20 a %s in the name never cuts it', async (_kind, nameId) => {
    const { accept, requestId } = await begunSignIn();
    const xml = (await answer({ requestId })).replace('>_an<', `>${nameId}<`);
    expect(await accept(xml)).toMatchObject({ kind: 'refused' });
  });

  it('SX-31 names like __proto__ are names of attributes and nothing else', async () => {
    const { accept, requestId } = await begunSignIn();
    const attributes = ['__proto__', 'constructor', 'nameID']
      .map(
        (name) =>
          `<saml:Attribute Name="${name}"><saml:AttributeValue>x</saml:AttributeValue></saml:Attribute>`,
      )
      .join('');
    const outcome = await accept(await answer({ requestId, attributes }));
    if (outcome.kind !== 'accepted') throw new Error(`${outcome.kind}`);
    expect([...outcome.identity.attributes.keys()]).toEqual(['__proto__', 'constructor', 'nameID']);
    expect(outcome.identity.nameId).toBe('_an');
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readAuthnRequest } from '../authn-request/read-authn-request.js';
import { decodePost } from '../binding/decode-post.js';
import { testKey, trusted, type TestKey } from '../test-support/keys.js';
import { authnRequest, signedByOther } from '../test-support/requests.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { authenticateMessage } from './authenticate-message.js';

const RUNS = 600;

let key: TestKey;
let signed: string;
beforeAll(async () => {
  key = await testKey();
  signed = signedByOther(authnRequest(), key);
});

/** The whole way of a posted message; what comes out is the canonical form of what was believed. */
function received(octets: Buffer): string {
  const message = decodePost({ SAMLRequest: octets.toString('base64') });
  if (message.kind === 'refused') return 'refused';
  const parsed = parseXml(message.xml);
  if (parsed.kind === 'refused') return 'refused';
  const outcome = authenticateMessage(message, parsed.root, { keys: [trusted(key)] });
  if (outcome.kind !== 'signed') return outcome.kind;
  return readAuthnRequest(outcome.root).kind === 'read' ? canonicalise(outcome.root) : 'refused';
}

const TOKENS = [
  '<',
  '>',
  '"',
  '&',
  '/',
  '<!--',
  '-->',
  ']]>',
  '<?',
  'xmlns:ds="urn:x"',
  ' ID="_request1"',
  '<a/>',
  '&#xD;',
  '\0',
];

const mutation = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  remove: fc.constantFrom(0, 0, 1, 1, 2, 10, 200),
  insert: fc.oneof(
    fc.uint8Array({ maxLength: 4 }).map((octets) => Buffer.from(octets)),
    fc.constantFrom(...TOKENS).map((token) => Buffer.from(token)),
    fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(400)),
  ),
});

type Mutation = typeof mutation extends fc.Arbitrary<infer Value> ? Value : never;

function mutated(original: Buffer, { at, remove, insert }: Mutation): Buffer {
  const start = Math.floor(at * original.length);
  const from = Array.isArray(insert) ? Math.floor((insert[0] ?? 0) * original.length) : 0;
  const piece = Array.isArray(insert) ? original.subarray(from, from + (insert[1] ?? 0)) : insert;
  return Buffer.concat([original.subarray(0, start), piece, original.subarray(start + remove)]);
}

describe('SX-33 mutations of a signed request', () => {
  it('are refused, or mean exactly what was signed', () => {
    const genuine = received(Buffer.from(signed));
    expect(genuine).toContain('<samlp:AuthnRequest');
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (mutations) => {
        const outcome = received(mutations.reduce(mutated, Buffer.from(signed)));
        expect(['refused', 'unsigned', genuine]).toContain(outcome);
      }),
      { numRuns: RUNS },
    );
  });

  it('are never accepted as unsigned while a signature is still in sight', () => {
    fc.assert(
      fc.property(mutation, (one) => {
        const octets = mutated(Buffer.from(signed), one);
        if (received(octets) === 'unsigned') expect(octets.toString()).not.toMatch(/<ds:Signature /);
      }),
      { numRuns: RUNS },
    );
  });
});

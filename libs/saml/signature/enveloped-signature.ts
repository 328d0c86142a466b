import { createHash, timingSafeEqual } from 'node:crypto';
import type { Element } from '@xmldom/xmldom';
import { refused, type Refused } from '../outcome.js';
import { canonicalise } from '../xml/canonicalise.js';
import { parseXml } from '../xml/parse-xml.js';
import { METADATA_BOUNDS } from '../xml/xml-bounds.js';
import { readSignatureShape, type SignatureShape } from './signature-shape.js';
import type { SignatureRefusal } from './signature-refusal.js';
import { soleSignature, unambiguousId } from './signed-root.js';
import { isSignedByOneOf, type Trust } from './verification-key.js';

export interface VerifiedXml {
  readonly kind: 'verified';
  /** Parsed from the very octets that were digested, without the signature. Values are read from here only. */
  readonly root: Element;
}

/**
 * Verifies the enveloped signature over the root element (Core 5.4, XML Signature 1.1). It accepts one shape of
 * signature and no other. What it gives back is not the document that came in but a new parse of the canonical form whose
 * digest was right, so that what is read is what was signed.
 *
 * @param signedParts elements of the content whose own signatures stay where they are, to be verified afterwards in what
 *   this gives back
 */
export function verifyEnvelopedSignature(
  root: Element,
  trust: Trust,
  signedParts?: readonly Element[],
): VerifiedXml | Refused<SignatureRefusal> {
  if (trust.keys.length === 0) return refused('no-key');
  const signature = soleSignature(root, signedParts);
  if ('reason' in signature) return signature;
  const shape = readSignatureShape(signature, trust.allowSha1);
  if (shape.kind === 'refused') return shape;
  const id = unambiguousId(root);
  if (typeof id !== 'string') return id;
  if (shape.reference.uri !== `#${id}`) return refused('reference', 'not the root');
  const refusal = checkNotOfNothing(shape.reference) ?? checkValue(shape, trust);
  if (refusal) return refused(refusal);
  return digestedRoot(
    canonicalise(root, { without: signature, inclusivePrefixes: shape.reference.prefixes }),
    shape,
  );
}

function digestedRoot(signed: string, shape: SignatureShape): VerifiedXml | Refused<SignatureRefusal> {
  const refusal = checkDigest(signed, shape.reference);
  if (refusal) return refused(refusal);
  const parsed = parseXml(signed, METADATA_BOUNDS);
  return parsed.kind === 'parsed'
    ? { kind: 'verified', root: parsed.root }
    : refused('digest', parsed.reason);
}

/** A canonicaliser that gives up yields nothing, and the digest of nothing is known to everyone. */
function checkNotOfNothing({
  digest,
  digestValue,
}: SignatureShape['reference']): SignatureRefusal | undefined {
  return sameOctets(createHash(digest.hash).digest(), digestValue) ? 'empty-digest' : undefined;
}

function checkDigest(signed: string, reference: SignatureShape['reference']): SignatureRefusal | undefined {
  const digest = createHash(reference.digest.hash).update(signed, 'utf8').digest();
  return sameOctets(digest, reference.digestValue) ? undefined : 'digest';
}

function checkValue(shape: SignatureShape, trust: Trust): SignatureRefusal | undefined {
  const canonical = canonicalise(shape.signedInfo, { inclusivePrefixes: shape.signedInfoPrefixes });
  const signed = { octets: Buffer.from(canonical, 'utf8'), value: shape.value };
  return isSignedByOneOf(trust.keys, shape.algorithm, signed) ? undefined : 'signature';
}

function sameOctets(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

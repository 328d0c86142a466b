import { createHash, randomBytes } from 'node:crypto';
import { decodeStrictBase64 } from '../binding/strict-base64.js';

/** Bindings 3.6.4: type code 0x0004. */
const TYPE = 4;
const HANDLE_OCTETS = 20;
const LENGTH = 2 + 2 + 20 + HANDLE_OCTETS;

/** Index of our only artifact resolution service, as in our metadata. */
const ENDPOINT_INDEX = 0;

/** What an artifact says: who can turn it into a message, and which one. */
export interface Artifact {
  readonly endpointIndex: number;
  /** SHA-1 of the issuer's entity identifier, hex; a name and no protection. */
  readonly sourceId: string;
  /** The 20 random octets by which the message is found, hex. */
  readonly handle: string;
}

export const sourceIdOf = (entityId: string): string => createHash('sha1').update(entityId).digest('hex');

/** A new artifact of this issuer, and its handle under which the message is to be kept. */
export function newArtifact(entityId: string): { readonly artifact: string; readonly handle: string } {
  const handle = randomBytes(HANDLE_OCTETS);
  const head = Buffer.from([0, TYPE, 0, ENDPOINT_INDEX]);
  const artifact = Buffer.concat([head, Buffer.from(sourceIdOf(entityId), 'hex'), handle]);
  return { artifact: artifact.toString('base64'), handle: handle.toString('hex') };
}

/** Undefined when it is not an artifact of type 0x0004. */
export function readArtifact(text: string): Artifact | undefined {
  const octets = decodeStrictBase64(text);
  if (octets?.length !== LENGTH || octets.readUInt16BE(0) !== TYPE) return undefined;
  return {
    endpointIndex: octets.readUInt16BE(2),
    sourceId: octets.subarray(4, 24).toString('hex'),
    handle: octets.subarray(24).toString('hex'),
  };
}

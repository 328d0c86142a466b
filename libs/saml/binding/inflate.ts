import { inflateRawSync, type Inflate } from 'node:zlib';
import { refused, type Refused } from '../outcome.js';
import { MESSAGE_LIMIT } from './saml-message.js';

/** `info: true` makes zlib say how much of the input it read; the type definitions do not know this yet. */
interface InflatedWithInfo {
  readonly buffer: Buffer;
  readonly engine: Inflate;
}

/**
 * Inflates a raw DEFLATE stream (RFC 1951; Bindings 3.4.4.1). The output is bounded while inflating, so a bomb costs no
 * more than the bound; a gzip or zlib wrapper, a cut stream and octets after the end are refused.
 */
export function inflateMessage(octets: Buffer): Buffer | Refused<'deflate' | 'too-large'> {
  try {
    const options = { maxOutputLength: MESSAGE_LIMIT, info: true };
    const { buffer, engine } = inflateRawSync(octets, options) as unknown as InflatedWithInfo;
    return engine.bytesWritten === octets.length ? buffer : refused('deflate', 'octets after the end');
  } catch (error) {
    const tooLarge = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return refused(tooLarge ? 'too-large' : 'deflate');
  }
}

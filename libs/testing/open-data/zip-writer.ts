import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipContent {
  readonly name: string;
  /** Pieces of text, made while they are written. */
  readonly pieces: Iterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** Sizes and checksum follow the data (bit 3); names are UTF-8 (bit 11). */
const FLAGS = 0x0808;
const DEFLATE = 8;

/** Writes a ZIP (APPNOTE 6.3, below 4 GB) piece by piece. */
export async function writeZip(path: string, contents: readonly ZipContent[]): Promise<void> {
  const out = createWriteStream(path);
  const written: Written[] = [];
  let offset = 0;
  for (const content of contents) {
    const entry = await writeEntry(out, content, offset);
    written.push(entry);
    offset += 30 + entry.name.length + entry.packed + 16;
  }
  const directory = Buffer.concat(written.map(directoryEntry));
  out.write(directory);
  out.end(endOfDirectory(written.length, directory.length, offset));
  await finished(out);
}

async function writeEntry(
  out: WriteStream,
  { name: text, pieces }: ZipContent,
  offset: number,
): Promise<Written> {
  const name = Buffer.from(text);
  out.write(
    header(0x04034b50, [
      [20, 2],
      [FLAGS, 2],
      [DEFLATE, 2],
      [0, 4],
      [0, 4],
      [0, 4],
      [0, 4],
      [name.length, 2],
      [0, 2],
    ]),
  );
  out.write(name);
  const deflate = createDeflateRaw();
  let [crc, size, packed] = [0, 0, 0];
  deflate.on('data', (chunk: Buffer) => {
    packed += chunk.length;
    if (!out.write(chunk)) {
      deflate.pause();
      out.once('drain', () => deflate.resume());
    }
  });
  for (const piece of pieces) {
    const bytes = Buffer.from(piece);
    crc = crc32(bytes, crc);
    size += bytes.length;
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  }
  deflate.end();
  await once(deflate, 'end');
  out.write(
    header(0x08074b50, [
      [crc, 4],
      [packed, 4],
      [size, 4],
    ]),
  );
  return { name, crc, packed, size, offset };
}

const directoryEntry = ({ name, crc, packed, size, offset }: Written): Buffer =>
  Buffer.concat([
    header(0x02014b50, [
      [20, 2],
      [20, 2],
      [FLAGS, 2],
      [DEFLATE, 2],
      [0, 4],
      [crc, 4],
      [packed, 4],
      [size, 4],
      [name.length, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 2],
      [0, 4],
      [offset, 4],
    ]),
    name,
  ]);

const endOfDirectory = (entries: number, size: number, offset: number): Buffer =>
  header(0x06054b50, [
    [0, 2],
    [0, 2],
    [entries, 2],
    [entries, 2],
    [size, 4],
    [offset, 4],
    [0, 2],
  ]);

/** A signature and then numbers, each in so many bytes, little end first. */
function header(signature: number, fields: readonly (readonly [value: number, bytes: number])[]): Buffer {
  const all = [[signature, 4] as const, ...fields];
  const buffer = Buffer.alloc(all.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of all) {
    buffer.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return buffer;
}

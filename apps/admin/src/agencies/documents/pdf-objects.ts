import { inflateSync } from 'node:zlib';

/** What a file may unpack to; a document of a few pages has objects of some hundred kilobytes. */
const MOST_UNPACKED = 16 * 1024 * 1024;
/** Packed in packed: as often as this it is looked for. */
const DEEPEST = 4;

/** The word before packed data; what is written between the end of the data before and this word describes them. */
const STREAM = /(?<!end)stream(?:\r\n|\n|\r)?/g;
const END = 'endstream';
/** How data are packed, or in which other file they are; `/F 4` of an annotation is neither. */
const FILTER = /\/Filter\b|\/F\s*(?:[(<]|\d+\s+\d+\s+R)/g;
/** The one way of packing that can be looked into; the other names belong to signatures. */
const READABLE_FILTER = /^\/Filter\s*(?:\/FlateDecode\b|\[\s*\/FlateDecode\s*\]|\/Adobe\.)/;

/**
 * What the objects of a PDF say, packed ones (ISO 32000-1 7.5.7) among them, with names written plainly (7.3.5);
 * undefined when a part of it is packed or encrypted in a way that cannot be looked into.
 */
export function textOfObjects(bytes: Buffer): string | undefined {
  const file = bytes.toString('latin1');
  const plain = withPlainNames(file);
  if (/\/Encrypt\b/.test(plain)) return undefined;
  const texts = [plain];
  let from = 0;
  let room = MOST_UNPACKED;
  for (const match of file.matchAll(STREAM)) {
    const head = withPlainNames(file.slice(from, match.index));
    const end = file.indexOf(END, match.index);
    from = end === -1 ? file.length : end + END.length;
    if (!holdsObjects(head)) continue;
    const text = unpacked(head, bytes.subarray(match.index + match[0].length), room);
    if (text === undefined) return undefined;
    room -= text.length;
    texts.push(withPlainNames(text));
  }
  return texts.join('\n');
}

/** A reader may go by the type, or by the two numbers that such data cannot do without. */
const holdsObjects = (head: string): boolean =>
  /\/ObjStm\b/.test(head) || (/\/N\b/.test(head) && /\/First\b/.test(head));

function unpacked(head: string, packed: Buffer, room: number): string | undefined {
  const filters = [...head.matchAll(FILTER)].map(({ index }) => head.slice(index));
  // Not packed: it stands in the file for all to read.
  if (filters.length === 0) return '';
  if (/\/Predictor\b/.test(head) || !filters.every((one) => READABLE_FILTER.test(one))) return undefined;
  let data: Buffer | undefined = inflated(packed, room);
  for (let depth = 0; data !== undefined && depth < DEEPEST; depth += 1) {
    const inner = inflated(data, room);
    if (inner === undefined) return data.toString('latin1');
    data = inner;
  }
  return undefined;
}

function inflated(data: Buffer, room: number): Buffer | undefined {
  try {
    return inflateSync(data, { maxOutputLength: room });
  } catch {
    // Damaged, packed in another way, or more than there is room for: nobody can say what is in it.
    return undefined;
  }
}

/** A name may be written with numbers for its letters: `/J#61vaScript`. */
const withPlainNames = (text: string): string =>
  text.replaceAll(/#([\da-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

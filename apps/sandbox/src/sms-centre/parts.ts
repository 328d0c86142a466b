/** Place of a part in a longer message (3GPP TS 23.040 section 9.2.3.24, information elements 00 and 08). */
export interface PartOf {
  readonly reference: number;
  readonly total: number;
  readonly position: number;
}

/** Reads the place from the user data headers; undefined when the message stands alone. */
export function partOf(headers: readonly Buffer[] = []): PartOf | undefined {
  for (const header of headers) {
    if (header[0] === 0x00 && header.length >= 5) {
      return { reference: header.readUInt8(2), total: header.readUInt8(3), position: header.readUInt8(4) };
    }
    if (header[0] === 0x08 && header.length >= 6) {
      return { reference: header.readUInt16BE(2), total: header.readUInt8(4), position: header.readUInt8(5) };
    }
  }
  return undefined;
}

interface Collected {
  readonly firstId: string;
  readonly texts: Map<number, string>;
}

const MOST_UNFINISHED = 1000;

/** Puts the parts of long messages together, as a telephone does. */
export class PartCollector {
  private readonly unfinished = new Map<string, Collected>();

  /** The whole message once its last part is there. */
  add(
    to: string,
    part: PartOf,
    { id, text }: { id: string; text: string },
  ): { id: string; text: string } | undefined {
    const key = `${to}/${part.reference}/${part.total}`;
    const collected = this.unfinished.get(key) ?? { firstId: id, texts: new Map<number, string>() };
    collected.texts.set(part.position, text);
    this.unfinished.set(key, collected);
    this.forgetOldest();
    if (collected.texts.size < part.total) return undefined;
    this.unfinished.delete(key);
    const inOrder = [...collected.texts].sort(([a], [b]) => a - b).map(([, partText]) => partText);
    return { id: collected.firstId, text: inOrder.join('') };
  }

  private forgetOldest(): void {
    if (this.unfinished.size <= MOST_UNFINISHED) return;
    const [oldest] = this.unfinished.keys();
    if (oldest !== undefined) this.unfinished.delete(oldest);
  }
}

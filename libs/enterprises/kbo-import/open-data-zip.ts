import { Transform, type Readable } from 'node:stream';
import { promisify } from 'node:util';
import yauzl, { type Entry, type ZipFile } from 'yauzl';

/** Not a ZIP, or one that does not hold what KBO Open Data holds. */
export class NotOpenData extends Error {}

const openZip = promisify<string, yauzl.Options, ZipFile>(yauzl.open);

/** A ZIP of KBO Open Data, read file by file; nothing of it is unpacked to disk or held in memory. */
export class OpenDataZip {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** @throws NotOpenData when the file is no ZIP */
  static async open(path: string): Promise<OpenDataZip> {
    try {
      const zip = await openZip(path, { lazyEntries: true, autoClose: false });
      return new OpenDataZip(zip, await entriesOf(zip));
    } catch (error) {
      const isThere = error instanceof Error && !('code' in error);
      throw new NotOpenData(isThere ? `${path} is no whole ZIP file.` : `The file ${path} cannot be read.`);
    }
  }

  has(name: string): boolean {
    return this.entries.has(name);
  }

  /** Bytes of the file when unpacked. */
  sizeOf(name: string): number {
    return this.entries.get(name)?.uncompressedSize ?? 0;
  }

  /** @param read hears how many bytes were taken from the file */
  async stream(name: string, read: (bytes: number) => void = () => undefined): Promise<Readable> {
    const entry = this.entries.get(name);
    if (entry === undefined) throw new NotOpenData(`${name} is not in the ZIP`);
    const source = await new Promise<Readable>((resolve, reject) =>
      this.zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
    );
    const counted = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        read(chunk.length);
        done(null, chunk);
      },
    });
    source.once('error', (error) => counted.destroy(error));
    return source.pipe(counted);
  }

  close(): void {
    this.zip.close();
  }
}

function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', reject);
    zip.readEntry();
  });
}

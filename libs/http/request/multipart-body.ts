import { Busboy } from '@fastify/busboy';
import { MalformedFormError } from './form-body.js';

const LIMITS = {
  fields: 20,
  fieldNameSize: 100,
  fieldSize: 64 * 1024,
  files: 1,
  fileSize: 256 * 1024,
  parts: 25,
};
/** Where a form brings a document: more fields around it, and a larger file in the one field that is named. */
const WITH_DOCUMENTS = { ...LIMITS, fields: 80, parts: 85, fileSize: 3 * 1024 * 1024 };
const FIELD_NAME = /^[\w.-]{1,100}$/;

/** How a file comes into its field: as its text, where bytes that are none are refused; or whatever it is in base64. */
export type UploadedFiles = 'text' | 'base64';

export interface UploadRules {
  readonly files: UploadedFiles;
  /** Fields that bring a document, at most 3 MiB, in base64. */
  readonly documents?: readonly string[];
}

/** The largest body of a form with a file in it, in bytes; undefined: as every other. */
export const uploadLimit = ({ documents = [] }: UploadRules): number | undefined =>
  documents.length === 0 ? undefined : WITH_DOCUMENTS.fileSize + LIMITS.fileSize;

/**
 * Reads multipart/form-data (RFC 7578): each part, the file too, is a field of that name. A field that comes twice, a
 * file that is not what was expected and whatever passes the limits are refused.
 *
 * @throws MalformedFormError
 */
export async function parseMultipart(
  body: Buffer,
  contentType: string,
  { files, documents = [] }: UploadRules = { files: 'text' },
): Promise<Readonly<Record<string, string>>> {
  const fields: Record<string, string> = Object.create(null);
  const add = (name: string, value: string): void => {
    if (!FIELD_NAME.test(name) || name === '__proto__' || name in fields) {
      throw new MalformedFormError('The form has a field that may not be.');
    }
    fields[name] = value;
  };
  await new Promise<void>((resolve, reject) => {
    const guarded = (work: () => void) => {
      try {
        work();
      } catch (error) {
        reject(error);
      }
    };
    const refuse = () => reject(new MalformedFormError('The form is too large or not whole.'));
    guarded(() => {
      const parser = new Busboy({
        headers: { 'content-type': contentType },
        limits: documents.length > 0 ? WITH_DOCUMENTS : LIMITS,
      });
      parser.on('field', (name, value, _nameCut, cut) => (cut ? refuse() : guarded(() => add(name, value))));
      parser.on('file', (name, stream) => {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('limit', refuse);
        stream.on('end', () => {
          const bytes = Buffer.concat(chunks);
          const isDocument = documents.includes(name);
          if (!isDocument && bytes.length > LIMITS.fileSize) return refuse();
          guarded(() => add(name, CONTENT[isDocument ? 'base64' : files](bytes)));
        });
      });
      for (const limit of ['partsLimit', 'filesLimit', 'fieldsLimit'] as const) parser.on(limit, refuse);
      parser.on('error', refuse);
      parser.on('finish', resolve);
      parser.end(body);
    });
  });
  return fields;
}

const CONTENT: Readonly<Record<UploadedFiles, (bytes: Buffer) => string>> = {
  text: textOf,
  base64: (bytes) => bytes.toString('base64'),
};

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new MalformedFormError('The file is not text.', { cause });
  }
}

import { textOfObjects } from './pdf-objects.js';

/** What an agency hands in as the text of its authorisation. */
export const LARGEST_DOCUMENT = 2 * 1024 * 1024;

export type DocumentMessage = 'documentType' | 'documentLarge' | 'documentActive' | 'documentClosed';

const HEAD = /^%PDF-[12]\.\d[\r\n\s%]/;
const TAIL_BYTES = 1_024;
/** Names in a PDF (ISO 32000-1 12.6.4) of what runs, or brings other files along. */
const ACTIVE = /\/(JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)\b/;

/**
 * Why these bytes are no PDF to keep; undefined: they are, or there are none. Judged by what is in the file, never by its name or by the
 * type that the browser says.
 */
export function documentProblem(bytes: Buffer | undefined): DocumentMessage | undefined {
  if (bytes === undefined) return undefined;
  if (bytes.length > LARGEST_DOCUMENT) return 'documentLarge';
  const words = bytes.toString('latin1');
  const whole = HEAD.test(words) && words.slice(-TAIL_BYTES).includes('%%EOF') && words.includes('startxref');
  if (!whole) return 'documentType';
  const objects = textOfObjects(bytes);
  if (objects === undefined) return 'documentClosed';
  return ACTIVE.test(objects) ? 'documentActive' : undefined;
}

/** The bytes of the file that a form brought, as they come from the body; undefined: none was chosen. */
export function documentIn(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === 0 ? undefined : bytes;
}

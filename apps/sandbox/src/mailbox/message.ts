import { decodeCharset, decodeHeader, decodeTransfer } from './transfer-encoding.js';

export interface Attachment {
  readonly filename: string;
  readonly contentType: string;
  readonly size: number;
  /** Base64. */
  readonly content: string;
}

export interface MailMessage {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
  /** By which receivers recognise a copy (RFC 5322 section 3.6.4). */
  readonly messageId?: string;
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
}

const NOTHING: MailMessage = { subject: '', text: '', html: '', attachments: [] };
const DEEPEST = 10;

/** Reads a message as it came over SMTP (RFC 5322, MIME RFC 2045 to 2047). */
export function readMessage(raw: Buffer): MailMessage {
  const part = splitPart(raw.toString('latin1'));
  const messageId = part.headers.get('message-id');
  return {
    ...contentOf(part, 0),
    subject: decodeHeader(part.headers.get('subject') ?? ''),
    ...(messageId !== undefined && { messageId }),
  };
}

function splitPart(text: string): Part {
  const end = /\r?\n\r?\n/u.exec(text);
  const head = end === null ? text : text.slice(0, end.index);
  const unfolded = head.replaceAll(/\r?\n[ \t]+/gu, ' ');
  const headers = unfolded.split(/\r?\n/u).flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon < 1 ? [] : [[line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim()]];
  });
  return { headers: new Map(headers), body: end === null ? '' : text.slice(end.index + end[0].length) };
}

function contentOf(part: Part, depth: number): MailMessage {
  const { type, parameters } = readContentType(part.headers.get('content-type') ?? 'text/plain');
  const boundary = parameters.get('boundary');
  if (type.startsWith('multipart/') && boundary !== undefined && depth < DEEPEST) {
    return splitBody(part.body, boundary)
      .map((inner) => contentOf(splitPart(inner), depth + 1))
      .reduce(together, NOTHING);
  }
  return leafOf(part, type, parameters);
}

function leafOf(part: Part, type: string, parameters: ReadonlyMap<string, string>): MailMessage {
  const bytes = decodeTransfer(part.body, part.headers.get('content-transfer-encoding') ?? '7bit');
  const filename = attachmentName(part, type, parameters);
  if (filename !== undefined) {
    const content = bytes.toString('base64');
    return { ...NOTHING, attachments: [{ filename, contentType: type, size: bytes.length, content }] };
  }
  const text = decodeCharset(bytes, parameters.get('charset') ?? 'utf-8').replace(/\r\n/gu, '\n');
  return type === 'text/html' ? { ...NOTHING, html: text } : { ...NOTHING, text };
}

/** Undefined for what is to be read in the message itself. */
function attachmentName(
  part: Part,
  type: string,
  parameters: ReadonlyMap<string, string>,
): string | undefined {
  const disposition = readContentType(part.headers.get('content-disposition') ?? '');
  const name = disposition.parameters.get('filename') ?? parameters.get('name');
  if (name !== undefined) return decodeHeader(name);
  return disposition.type === 'attachment' || !type.startsWith('text/') ? 'unnamed' : undefined;
}

const together = (one: MailMessage, other: MailMessage): MailMessage => ({
  subject: '',
  text: [one.text, other.text].filter((text) => text !== '').join('\n'),
  html: one.html + other.html,
  attachments: [...one.attachments, ...other.attachments],
});

function splitBody(body: string, boundary: string): string[] {
  const lines = `\n${body.replaceAll('\r\n', '\n')}`;
  return lines
    .split(`\n--${boundary}`)
    .slice(1)
    .filter((part) => !part.startsWith('--'))
    .map((part) => part.replace(/^[ \t]*\n/u, ''));
}

/** `type/subtype; name=value; name="quoted value"` (RFC 2045 section 5.1). */
function readContentType(value: string): { type: string; parameters: ReadonlyMap<string, string> } {
  const type = (value.split(';', 1)[0] ?? '').trim().toLowerCase();
  const pairs = [...value.matchAll(/;\s*([^=;\s]+)=(?:"([^"]*)"|([^;\s]*))/gu)];
  return {
    type,
    parameters: new Map(
      pairs.map(([, name = '', quoted, plain]) => [name.toLowerCase(), quoted ?? plain ?? '']),
    ),
  };
}

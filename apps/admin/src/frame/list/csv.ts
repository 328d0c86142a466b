import type { FastifyReply } from 'fastify';
import { queryFor, selectRows, type ListDefinition } from './list.js';

/** A cell that begins so could be run as a formula by a spreadsheet (CWE-1236). */
const FORMULA = /^[=+\-@\t\r]/;

/** Rows as a file (RFC 4180), for spreadsheets too: in UTF-8 with a mark that says so, and no cell is a formula. */
export function toCsv(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows].map((cells) => cells.map(csvCell).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function csvCell(text: string): string {
  const plain = FORMULA.test(text) && !/^-?\d+([.,]\d+)?$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** The rows of a list, with the columns that its page has. */
export const listCsv = <Row>({ columns }: ListDefinition<Row>, rows: readonly Row[]): string =>
  toCsv(
    columns.map(({ heading }) => heading),
    rows.map((row) => columns.map(({ text }) => text(row))),
  );

/** The same of all rows that are asked for, out of rows that are all at hand. */
export const askedCsv = <Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  asked: unknown,
): string => listCsv(definition, selectRows(definition, rows, queryFor(definition, asked)));

/** Answers with a file to keep. `name` is one of ours: letters, digits, dashes. */
export async function sendFile(
  reply: FastifyReply,
  file: { readonly name: string; readonly type: string; readonly content: string | Buffer },
): Promise<void> {
  await reply
    .type(file.type)
    .header('content-disposition', `attachment; filename="${file.name}"`)
    .header('cache-control', 'no-store')
    .send(file.content);
}

export const sendCsv = (reply: FastifyReply, name: string, content: string): Promise<void> =>
  sendFile(reply, { name: `${name}.csv`, type: 'text/csv; charset=utf-8', content });

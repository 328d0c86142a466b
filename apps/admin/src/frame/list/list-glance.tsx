import type { ComponentChildren } from 'preact';
import { DataTable, type PageFrame } from '#libs/ui';
import { queryFor, selectRows, type ListDefinition } from './list.js';
import { listTexts } from './list.texts.js';

/** So many rows of a list stand on a page about something else. */
const AT_A_GLANCE = 5;

export interface ListGlanceProps<Row> {
  readonly frame: PageFrame;
  /** path of the whole list */
  readonly path: string;
  readonly definition: ListDefinition<Row>;
  readonly rows: readonly Row[];
  /** what to do when there is nothing at all */
  readonly empty: ComponentChildren;
}

/** The first rows of a list, and the way to the whole of it, where it is searched and taken along. */
export function ListGlance<Row>({ frame, path, definition, rows, empty }: ListGlanceProps<Row>) {
  const { caption, columns } = definition;
  if (rows.length === 0) {
    return (
      <>
        <h2>{caption}</h2>
        {empty}
      </>
    );
  }
  const first = selectRows(definition, rows, queryFor(definition, {})).slice(0, AT_A_GLANCE);
  return (
    <>
      <h2>{caption}</h2>
      <DataTable
        caption={caption}
        hiddenCaption
        columns={columns.map(({ heading, number }) => ({ heading, ...(number && { number }) }))}
        rows={first.map((row) => columns.map(({ cell, text }) => (cell ?? text)(row)))}
      />
      <p>
        <a href={path}>{listTexts.in(frame.language)('whole', { what: caption, total: rows.length })}</a>
      </p>
    </>
  );
}

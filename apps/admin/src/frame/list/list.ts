import type { ComponentChildren } from 'preact';
import { PAGE_SIZE, readListQuery, type ListQuery } from './list-query.js';

export interface ListColumn<Row> {
  readonly key: string;
  readonly heading: string;
  /** what stands in the file, what is searched, and what the page shows when there is no `cell` */
  readonly text: (row: Row) => string;
  readonly cell?: (row: Row) => ComponentChildren;
  /** sorts by this instead of by the text */
  readonly order?: (row: Row) => string | number;
  readonly number?: boolean;
  readonly sortable?: boolean;
}

export interface ListFilter<Row> {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly matches: (row: Row, value: string) => boolean;
}

/** A list in words of one language. The first column names the row. */
export interface ListDefinition<Row> {
  readonly caption: string;
  readonly columns: readonly ListColumn<Row>[];
  readonly filters?: readonly ListFilter<Row>[];
  readonly newestFirst?: boolean;
}

/** One page of a list, and how many rows there are in all. */
export interface ListPage<Row> {
  readonly query: ListQuery;
  readonly rows: readonly Row[];
  readonly total: number;
}

/** Reads what is asked of this list. */
export function queryFor<Row>(definition: ListDefinition<Row>, asked: unknown): ListQuery {
  const { columns, filters = [], newestFirst } = definition;
  return readListQuery(asked, {
    sortable: columns.filter(({ sortable = true }) => sortable).map(({ key }) => key),
    newestFirst,
    filters: Object.fromEntries(
      filters.map(({ name, options }) => [name, options.map(({ value }) => value)]),
    ),
  });
}

/**
 * Searches, filters and sorts rows that are all at hand. A list that grows without bounds does this in its store, and
 * gives its page to {@link ListTable} the same way.
 */
export function selectRows<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  query: ListQuery,
): readonly Row[] {
  const { columns, filters = [] } = definition;
  const words = query.search.toLowerCase().split(/\s+/).filter(Boolean);
  const chosen = filters.filter(({ name }) => query.filters[name] !== undefined);
  const found = rows.filter(
    (row) =>
      chosen.every(({ name, matches }) => matches(row, query.filters[name] ?? '')) &&
      holdsAll(columns.map(({ text }) => text(row)).join(' '), words),
  );
  const column = columns.find(({ key }) => key === query.sort);
  if (column === undefined) return found;
  const sorted = found.toSorted((one, other) => compare(valueOf(column, one), valueOf(column, other)));
  return query.descending ? sorted.toReversed() : sorted;
}

/** The page that is asked for; the last one when there are not so many. */
export function pageOfRows<Row>(rows: readonly Row[], query: ListQuery): ListPage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const page = Math.min(query.page, pages);
  const from = (page - 1) * PAGE_SIZE;
  return { query: { ...query, page }, rows: rows.slice(from, from + PAGE_SIZE), total: rows.length };
}

/** The page of a list that is asked for, out of rows that are all at hand. */
export function pageAsked<Row>(
  definition: ListDefinition<Row>,
  rows: readonly Row[],
  asked: unknown,
): ListPage<Row> {
  const query = queryFor(definition, asked);
  return pageOfRows(selectRows(definition, rows, query), query);
}

const holdsAll = (text: string, words: readonly string[]): boolean => {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word));
};

const valueOf = <Row>(column: ListColumn<Row>, row: Row): string | number =>
  (column.order ?? column.text)(row);

const compare = (one: string | number, other: string | number): number =>
  typeof one === 'number' && typeof other === 'number'
    ? one - other
    : String(one).localeCompare(String(other), 'nl', { numeric: true });

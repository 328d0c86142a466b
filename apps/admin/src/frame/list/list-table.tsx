import type { ComponentChildren } from 'preact';
import { unbroken, type PageFrame } from '#libs/ui';
import type { ListColumn, ListDefinition, ListPage } from './list.js';
import { listHref, PAGE_SIZE, type ListQuery } from './list-query.js';
import { ListPages } from './list-pages.js';
import { ListTools } from './list-tools.js';
import { listTexts } from './list.texts.js';

export interface ListTableProps<Row> {
  readonly frame: PageFrame;
  /** path of the page; its file stands at the same path with `.csv` */
  readonly path: string;
  readonly definition: ListDefinition<Row>;
  readonly page: ListPage<Row>;
  /** what to do when there is nothing at all */
  readonly empty: ComponentChildren;
  /** false: this list has no file */
  readonly csv?: boolean;
}

/** A list that is searched, filtered, sorted and paged by plain links and a GET form. */
export function ListTable<Row>(props: ListTableProps<Row>) {
  const { frame, path, definition, page, empty, csv = true } = props;
  const { query, rows, total } = page;
  const t = listTexts.in(frame.language);
  if (total === 0 && !isNarrowed(query)) return <div class="flow">{empty}</div>;
  return (
    <div class="flow">
      <ListTools frame={frame} path={path} query={query} filters={definition.filters ?? []} />
      {total === 0 ? (
        <p role="status">
          {t('nothingFound')} <a href={path}>{t('showAll')}</a>
        </p>
      ) : (
        <>
          <p role="status" class="small soft">
            {t('count', { ...shownRange(page), total })}
          </p>
          <Rows path={path} definition={definition} query={query} rows={rows} />
        </>
      )}
      <div class="list-foot">
        <ListPages frame={frame} path={path} query={query} total={total} />
        {csv && total > 0 && <a href={listHref(`${path}.csv`, query)}>{t('asFile')}</a>}
      </div>
    </div>
  );
}

const isNarrowed = ({ search, filters }: ListQuery): boolean =>
  search !== '' || Object.keys(filters).length > 0;

function shownRange({ query, rows }: Pick<ListPage<unknown>, 'query' | 'rows'>) {
  const before = (query.page - 1) * PAGE_SIZE;
  return { from: before + 1, to: before + rows.length };
}

type RowsProps<Row> = Pick<ListTableProps<Row>, 'path' | 'definition'> & {
  readonly query: ListQuery;
  readonly rows: readonly Row[];
};

function Rows<Row>({ path, definition: { caption, columns }, query, rows }: RowsProps<Row>) {
  return (
    <div class="table-wrap" role="region" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Heading key={column.key} path={path} column={column} query={query} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={at}>
              {columns.map((column, index) => (
                <Cell key={column.key} row={row} column={column} first={index === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell<Row>({ row, column, first }: { row: Row; column: ListColumn<Row>; first: boolean }) {
  const content = unbroken((column.cell ?? column.text)(row));
  const className = column.number ? 'number' : undefined;
  return first ? <th scope="row">{content}</th> : <td class={className}>{content}</td>;
}

function Heading<Row>({ path, column, query }: { path: string; column: ListColumn<Row>; query: ListQuery }) {
  const { key, heading, number, sortable = true } = column;
  const current = key === query.sort;
  const [order, arrow] = query.descending ? (['descending', ' ↓'] as const) : (['ascending', ' ↑'] as const);
  const link = listHref(path, query, { sort: key, descending: current && !query.descending });
  return (
    <th scope="col" class={number ? 'number' : undefined} aria-sort={current ? order : undefined}>
      {sortable ? <a href={link}>{heading}</a> : heading}
      {current && <span aria-hidden="true">{arrow}</span>}
    </th>
  );
}

import type { ComponentChildren } from 'preact';
import { unbroken } from './unbroken.js';

export interface SummaryItem {
  readonly label: ComponentChildren;
  readonly value: ComponentChildren;
}

export interface SummaryListProps {
  readonly items: readonly SummaryItem[];
  /** For names that are long, such as mail addresses. */
  readonly wideNames?: boolean;
}

/** Names and values, one pair per line. */
export function SummaryList({ items, wideNames = false }: SummaryListProps) {
  return (
    <dl class={wideNames ? 'summary wide-names' : 'summary'}>
      {items.map(({ label, value }, index) => (
        <div key={index}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export interface TableColumn {
  readonly heading: string;
  readonly number?: boolean;
}

export interface DataTableProps {
  readonly caption: string;
  /** a heading above says the same to whoever sees it */
  readonly hiddenCaption?: boolean;
  readonly columns: readonly TableColumn[];
  /** one cell per column; the first cell names the row */
  readonly rows: readonly (readonly ComponentChildren[])[];
}

/** Scrolls sideways in its own box on narrow screens, also by keyboard. */
export function DataTable({ caption, hiddenCaption = false, columns, rows }: DataTableProps) {
  const classOf = (index: number) => (columns[index]?.number ? 'number' : undefined);
  return (
    <div class="table-wrap" role="region" aria-label={caption} tabIndex={0}>
      <table class="table">
        <caption class={hiddenCaption ? 'visually-hidden' : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={classOf(index)}>
                {column.heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            <tr key={rowIndex}>
              {row.map((cell, index) =>
                index === 0 ? (
                  <th key={index} scope="row">
                    {unbroken(cell)}
                  </th>
                ) : (
                  <td key={index} class={classOf(index)}>
                    {unbroken(cell)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

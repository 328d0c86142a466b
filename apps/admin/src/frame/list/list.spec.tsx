import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { exampleFrame } from '#libs/ui';
import { listCsv, toCsv } from './csv.js';
import { pageOfRows, queryFor, selectRows, type ListDefinition } from './list.js';
import { listHref, readListQuery } from './list-query.js';
import { ListTable } from './list-table.js';

interface Fruit {
  readonly name: string;
  readonly count: number;
}

const FRUIT: readonly Fruit[] = Array.from({ length: 60 }, (_, at) => ({
  name: `peer ${at}`,
  count: 60 - at,
}));

const definition: ListDefinition<Fruit> = {
  caption: 'Fruit',
  columns: [
    { key: 'name', heading: 'Naam', text: ({ name }) => name },
    {
      key: 'count',
      heading: 'Aantal',
      text: ({ count }) => `${count}`,
      order: ({ count }) => count,
      number: true,
    },
  ],
  filters: [
    {
      name: 'many',
      label: 'Veel',
      options: [{ value: 'yes', label: 'ja' }],
      matches: ({ count }) => count > 50,
    },
  ],
};

const select = (asked: Record<string, unknown>) => {
  const query = queryFor(definition, asked);
  return pageOfRows(selectRows(definition, FRUIT, query), query);
};

describe('a list', () => {
  it('is sorted by its first column when nothing is asked, numbers in words by their value', () => {
    const { rows, total } = select({});
    expect(total).toBe(60);
    expect(rows.slice(0, 3).map(({ name }) => name)).toEqual(['peer 0', 'peer 1', 'peer 2']);
  });

  it('is searched by every word, filtered, sorted downwards and paged', () => {
    expect(select({ q: 'PEER 12' }).rows.map(({ name }) => name)).toEqual(['peer 12', 'peer 48']);
    expect(select({ many: 'yes' }).total).toBe(10);
    expect(select({ sort: 'count', order: 'down' }).rows[0]?.count).toBe(60);
    expect(select({ page: '3' }).rows).toHaveLength(10);
    expect(select({ page: '99' }).query.page).toBe(3);
  });

  it.each([
    { sort: 'name); drop table' },
    { sort: ['name', 'count'] },
    { many: 'no' },
    { page: '-1' },
    { page: '1e9' },
    { q: { a: 1 } },
  ])('takes %j for a list without it', (asked) => {
    expect(select(asked)).toEqual(select({}));
  });

  it('keeps what was asked in its links, and begins anew at the first page', () => {
    const query = readListQuery({ q: 'a&b', sort: 'x', page: '2' }, { sortable: ['x', 'y'] });
    expect(listHref('/p', query, { sort: 'y' })).toBe('/p?q=a%26b&sort=y&order=up');
    expect(listHref('/p', query, { page: 3 })).toBe('/p?q=a%26b&sort=x&order=up&page=3');
  });

  it('shows a column’s order, and what to do when there is nothing', () => {
    const frame = exampleFrame('en');
    const html = renderToString(
      <ListTable frame={frame} path="/fruit" definition={definition} page={select({})} empty="Nothing yet" />,
    );
    expect(html).toContain('aria-sort="ascending"');
    expect(html).toContain('href="/fruit.csv?sort=name&amp;order=up"');
    const none = { ...select({}), rows: [], total: 0 };
    expect(
      renderToString(
        <ListTable frame={frame} path="/f" definition={definition} page={none} empty="Nothing yet" />,
      ),
    ).toContain('Nothing yet');
  });
});

describe('a list as a file', () => {
  it('has all columns', () => {
    expect(listCsv(definition, FRUIT.slice(0, 1))).toBe('\uFEFFNaam,Aantal\r\npeer 0,60\r\n');
  });

  it.each([
    ['=1+1', `'=1+1`],
    ['@cmd', `'@cmd`],
    ['-5', '-5'],
    ['a,b', '"a,b"'],
    ['say "x"', '"say ""x"""'],
  ])('writes %j as %j', (text, cell) => {
    expect(toCsv(['h'], [[text]])).toBe(`\uFEFFh\r\n${cell}\r\n`);
  });
});

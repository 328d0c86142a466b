/** What a list is asked to show; it comes from the address, so everything in it is checked. */
export interface ListQuery {
  readonly search: string;
  /** chosen value by name of the filter; a filter that is off is absent */
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: string;
  readonly descending: boolean;
  /** counted from 1 */
  readonly page: number;
}

export interface ListLimits {
  /** keys of columns that can be sorted by; the first is the default */
  readonly sortable: readonly string[];
  /** the first column is sorted downwards when nothing is asked, as for moments */
  readonly newestFirst?: boolean;
  /** allowed values by name of the filter */
  readonly filters?: Readonly<Record<string, readonly string[]>>;
}

export const PAGE_SIZE = 25;

const LONGEST_SEARCH = 100;
const LAST_PAGE = 10_000;

/** Reads a query string; what is unknown or too much is left out, never an error. */
export function readListQuery(
  query: unknown,
  { sortable, newestFirst = false, filters = {} }: ListLimits,
): ListQuery {
  const given = textsOf(query);
  const [first = ''] = sortable;
  const sort = sortable.find((key) => key === given.sort) ?? first;
  const chosen = Object.entries(filters).flatMap(([name, allowed]) => {
    const value = allowed.find((candidate) => candidate === given[name]);
    return value === undefined ? [] : [[name, value] as const];
  });
  return {
    search: (given.q ?? '').normalize('NFC').trim().slice(0, LONGEST_SEARCH),
    filters: Object.fromEntries(chosen),
    sort,
    descending: given.order === undefined ? newestFirst && sort === first : given.order === 'down',
    page: pageOf(given.page),
  };
}

function pageOf(text: string | undefined): number {
  const page = /^\d{1,5}$/.test(text ?? '') ? Number(text) : 1;
  return Math.min(Math.max(page, 1), LAST_PAGE);
}

function textsOf(query: unknown): Readonly<Record<string, string | undefined>> {
  if (typeof query !== 'object' || query === null) return {};
  return Object.fromEntries(
    Object.entries(query).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** The same list, changed in one thing. A new search, filter or order begins at the first page. */
export function listHref(path: string, query: ListQuery, change: Partial<ListQuery> = {}): string {
  const { search, filters, sort, descending, page } = { ...query, page: 1, ...change };
  const parameters = new URLSearchParams({
    ...(search !== '' && { q: search }),
    ...filters,
    sort,
    order: descending ? 'down' : 'up',
    ...(page > 1 && { page: String(page) }),
  });
  return `${path}?${parameters}`;
}

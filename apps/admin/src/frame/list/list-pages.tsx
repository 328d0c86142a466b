import type { PageFrame } from '#libs/ui';
import { listHref, PAGE_SIZE, type ListQuery } from './list-query.js';
import { listTexts } from './list.texts.js';

export interface ListPagesProps {
  readonly frame: PageFrame;
  readonly path: string;
  readonly query: ListQuery;
  readonly total: number;
}

/** Links to the page before and the next one. */
export function ListPages({ frame, path, query, total }: ListPagesProps) {
  const t = listTexts.in(frame.language);
  const pages = Math.ceil(total / PAGE_SIZE);
  const { page } = query;
  if (pages <= 1) return <span />;
  return (
    <nav class="list-pages" aria-label={t('pages')}>
      {page > 1 && (
        <a href={listHref(path, query, { page: page - 1 })} rel="prev">
          {t('previous')}
        </a>
      )}
      <span>{t('page', { page, pages })}</span>
      {page < pages && (
        <a href={listHref(path, query, { page: page + 1 })} rel="next">
          {t('next')}
        </a>
      )}
    </nav>
  );
}

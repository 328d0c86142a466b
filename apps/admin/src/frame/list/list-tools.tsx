import { Button, SelectField, TextField, type PageFrame } from '#libs/ui';
import type { ListFilter } from './list.js';
import type { ListQuery } from './list-query.js';
import { listTexts } from './list.texts.js';

export interface ListToolsProps {
  readonly frame: PageFrame;
  readonly path: string;
  readonly query: ListQuery;
  readonly filters: readonly Pick<ListFilter<never>, 'name' | 'label' | 'options'>[];
}

/** Search and filters; a form that asks by GET, so that a list can be kept as a bookmark. */
export function ListTools({ frame: { language }, path, query, filters }: ListToolsProps) {
  const t = listTexts.in(language);
  return (
    <form class="list-tools screen-only" method="get" action={path} role="search">
      <TextField
        language={language}
        name="q"
        label={t('search')}
        value={query.search}
        autocomplete="off"
        optional
      />
      {filters.map(({ name, label, options }) => (
        <SelectField
          key={name}
          language={language}
          name={name}
          label={label}
          optional
          value={query.filters[name]}
          options={[{ value: '', label: t('all') }, ...options]}
        />
      ))}
      <input type="hidden" name="sort" value={query.sort} />
      <input type="hidden" name="order" value={query.descending ? 'down' : 'up'} />
      <Button look="secondary">{t('show')}</Button>
    </form>
  );
}

import type { FedId, Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import type { PageFrame } from '#libs/ui';
import { ListTable } from '../frame/list/list-table.js';
import { pageAsked, type ListDefinition } from '../frame/list/list.js';
import type { Note } from './notes.store.js';
import { personTexts } from './people/person.texts.js';

/** Notes, newest first. @param reader whoever reads them, to tell their own from others */
export function noteList(language: Language, reader: FedId | undefined): ListDefinition<Note> {
  const t = personTexts.in(language);
  return {
    caption: t('notes'),
    newestFirst: true,
    columns: [
      {
        key: 'at',
        heading: t('writtenAt'),
        text: ({ at }) => formatDateTime(at, language),
        order: ({ at }) => at.getTime(),
      },
      { key: 'text', heading: t('written'), text: ({ text }) => text },
    ],
    filters: [
      {
        name: 'from',
        label: t('writtenBy'),
        options: (['mine', 'colleagues'] as const).map((value) => ({ value, label: t(value) })),
        matches: ({ author }, value) => (author === reader) === (value === 'mine'),
      },
    ],
  };
}

export interface NoteListProps {
  readonly frame: PageFrame;
  /** of the page that it stands on */
  readonly path: string;
  readonly notes: readonly Note[];
  readonly reader?: FedId | undefined;
  readonly asked?: unknown;
  /** Notes about a person are no file: they are read where the look-up is on record. */
  readonly csv?: boolean;
}

export function NoteList({ frame, path, notes, reader, asked, csv = false }: NoteListProps) {
  const { language } = frame;
  const t = personTexts.in(language);
  const definition = noteList(language, reader);
  return (
    <>
      <h2>{t('notes')}</h2>
      <ListTable
        {...{ frame, path, definition, csv }}
        page={pageAsked(definition, notes, asked)}
        empty={<p>{t('noNotes')}</p>}
      />
    </>
  );
}

import type { Application } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { applicationsTexts } from './applications.texts.js';

const ROOT = '/service-desk/applications';

export function applicationList(language: Language): ListDefinition<Application> {
  const t = applicationsTexts.in(language);
  const states = ['active', 'suspended', 'ended'] as const;
  return {
    caption: t('title'),
    columns: [
      {
        key: 'name',
        heading: t('name'),
        text: ({ name }) => name[language],
        cell: ({ id, name }) => <a href={`${ROOT}/${id}`}>{name[language]}</a>,
      },
      { key: 'agency', heading: t('agency'), text: ({ agency }) => agency.name[language] },
      { key: 'environment', heading: t('environment'), text: ({ environment }) => environment },
      { key: 'state', heading: t('state'), text: ({ state }) => t(state) },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: states.map((state) => ({ value: state, label: t(state) })),
        matches: ({ state }, value) => state === value,
      },
    ],
  };
}

export interface DeskApplicationsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<Application>;
}

/** Every application, to find the one that has to stop. */
export function DeskApplicationsPage({ frame, staff, page }: DeskApplicationsProps) {
  const t = applicationsTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="stop-applications" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <ListTable
        frame={frame}
        path={ROOT}
        definition={applicationList(frame.language)}
        page={page}
        empty={
          <Notice>
            <p>{t('empty')}</p>
          </Notice>
        }
      />
    </AdminPage>
  );
}

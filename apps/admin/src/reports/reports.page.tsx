import type { Language } from '#libs/kernel';
import { Buttons, LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { applicationsTexts } from '../service-desk/applications/applications.texts.js';
import type { ReportedApplication } from './report-desk.js';
import { reportsTexts } from './reports.texts.js';

const ENVIRONMENTS = ['PROD', 'ACC', 'INT'] as const;

export function applicationsList(language: Language): ListDefinition<ReportedApplication> {
  const t = reportsTexts.in(language);
  const word = applicationsTexts.in(language);
  return {
    caption: t('title'),
    columns: [
      {
        key: 'name',
        heading: word('name'),
        text: ({ name }) => name[language],
        cell: ({ id, name }) => <a href={`/reports/${id}`}>{name[language]}</a>,
      },
      { key: 'agency', heading: word('agency'), text: ({ agency }) => agency.name[language] },
      { key: 'environment', heading: word('environment'), text: ({ environment }) => environment },
      { key: 'state', heading: word('state'), text: ({ state }) => word(state) },
      {
        key: 'sign-ins',
        heading: t('signInsThisMonth'),
        text: ({ signIns }) => String(signIns),
        cell: ({ signIns }) => signIns.toLocaleString(`${language}-BE`),
        order: ({ signIns }) => signIns,
        number: true,
      },
    ],
    filters: [
      {
        name: 'environment',
        label: word('environment'),
        options: ENVIRONMENTS.map((value) => ({ value, label: value })),
        matches: ({ environment }, value) => environment === value,
      },
    ],
  };
}

export interface ReportsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly definition: ListDefinition<ReportedApplication>;
  readonly page: ListPage<ReportedApplication>;
}

/** The applications of which somebody may read what they did. */
export function ReportsPage({ frame, staff, definition, page }: ReportsProps) {
  const t = reportsTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="reports" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <ListTable
        frame={frame}
        path="/reports"
        definition={definition}
        page={page}
        empty={
          <Notice>
            <p>{t('none')}</p>
          </Notice>
        }
      />
      <Buttons>
        <LinkButton href="/sms-cost" look="secondary">
          {t('smsCost')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

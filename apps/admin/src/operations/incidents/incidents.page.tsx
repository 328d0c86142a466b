import type { Incident } from '#libs/operations';
import { Buttons, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { incidentList } from './incident-list.js';
import { incidentPageTexts } from './incidents.texts.js';

export interface IncidentsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<Incident>;
  readonly now: Date;
}

/** What does not work, what did not, and the way to report more. */
export function IncidentsPage({ frame, staff, page, now }: IncidentsProps) {
  const { language } = frame;
  const t = incidentPageTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {staff.rights.has('operations.manage') && (
        <Buttons>
          <LinkButton href="/operations/incidents/new">{t('report')}</LinkButton>
        </Buttons>
      )}
      <ListTable
        frame={frame}
        path="/operations/incidents"
        definition={incidentList(language, now)}
        page={page}
        empty={<p>{t('none')}</p>}
      />
    </AdminPage>
  );
}

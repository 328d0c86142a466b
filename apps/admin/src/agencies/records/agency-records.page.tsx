import type { RegisteredAgency } from '#libs/agencies';
import type { AuditRecord } from '#libs/audit';
import { LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { agencyRecordList, type ServiceNames } from './agency-record-list.js';
import { agencyRecordsTexts } from './agency-records.texts.js';

export interface AgencyRecordsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: Pick<RegisteredAgency, 'number' | 'name'>;
  readonly services: ServiceNames;
  readonly page: ListPage<AuditRecord>;
}

/** What was done in the administration for an agency, to search and to keep. */
export function AgencyRecordsPage({ frame, staff, agency, services, page }: AgencyRecordsProps) {
  const { language } = frame;
  const t = agencyRecordsTexts.in(language);
  const definition = agencyRecordList(language, services);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead', { agency: agency.name[language] })}</p>
      <ListTable
        frame={frame}
        path={`/agencies/${agency.number}/records`}
        definition={definition}
        page={page}
        empty={
          <Notice>
            <p>{t('empty')}</p>
          </Notice>
        }
      />
      <LinkButton href={`/agencies/${agency.number}`} look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

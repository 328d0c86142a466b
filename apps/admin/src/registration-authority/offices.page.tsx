import { Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { officesList, type ListedOffice } from './offices-list.js';
import { registrationTexts } from './registration.texts.js';

export interface OfficesProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<ListedOffice>;
}

/** The offices that somebody may see. */
export function OfficesPage({ frame, staff, page }: OfficesProps) {
  const t = registrationTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="registration" title={t('officesTitle')} wide>
      <h1>{t('officesTitle')}</h1>
      <ListTable
        frame={frame}
        path="/registration"
        definition={officesList(frame.language)}
        page={page}
        empty={
          <Notice>
            <p>{t('noOffices')}</p>
          </Notice>
        }
      />
    </AdminPage>
  );
}

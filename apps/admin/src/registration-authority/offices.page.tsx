import { Notice, type PageFrame } from '#libs/ui';
import type { RegistrationOffice } from '#libs/staff';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { registrationTexts } from './registration.texts.js';

export interface OfficesProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly offices: readonly RegistrationOffice[];
}

/** The offices that somebody may see. */
export function OfficesPage({ frame, staff, offices }: OfficesProps) {
  const t = registrationTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="registration" title={t('officesTitle')}>
      <h1>{t('officesTitle')}</h1>
      {offices.length === 0 ? (
        <Notice>
          <p>{t('noOffices')}</p>
        </Notice>
      ) : (
        <ul class="bullets">
          {offices.map(({ code, name }) => (
            <li key={code}>
              <a href={`/registration/offices/${code}`}>{name[frame.language]}</a>
            </li>
          ))}
        </ul>
      )}
    </AdminPage>
  );
}

import type { PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { overviewTexts } from './overview.texts.js';

const PARTS = [
  { name: 'maintenance', about: 'maintenanceAbout', href: '/operations/maintenance' },
  { name: 'incidents', about: 'incidentsAbout', href: '/operations/incidents' },
  { name: 'releases', about: 'releasesAbout', href: '/operations/releases' },
  { name: 'queues', about: 'queuesAbout', href: '/operations/queues' },
  { name: 'serviceLevel', about: 'serviceLevelAbout', href: '/operations/service-level' },
  { name: 'publicStatus', about: 'publicStatusAbout', href: '/status' },
  { name: 'parts', about: 'partsAbout', href: '/operations/status' },
] as const;

/** Where operators begin. */
export function OverviewPage({ frame, staff }: { readonly frame: PageFrame; readonly staff: StaffView }) {
  const t = overviewTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('title')}>
      <h1>{t('title')}</h1>
      <ul class="bullets">
        {PARTS.map(({ name, about, href }) => (
          <li key={name}>
            <a href={href}>{t(name)}</a>: {t(about)}
          </li>
        ))}
      </ul>
    </AdminPage>
  );
}

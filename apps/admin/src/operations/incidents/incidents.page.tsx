import { componentTexts, impactTexts, type Incident } from '#libs/operations';
import { formatDateTime, formatDuration } from '#libs/texts';
import { Buttons, DataTable, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { incidentPageTexts } from './incidents.texts.js';

export interface IncidentsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  /** Newest first. */
  readonly incidents: readonly Incident[];
  readonly now: Date;
}

/** How long it lasted, or has lasted so far. */
export const lengthOf = ({ startedAt, endedAt }: Incident, now: Date) =>
  Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());

/** What does not work, what did not, and the way to report more. */
export function IncidentsPage({ frame, staff, incidents, now }: IncidentsProps) {
  const { language } = frame;
  const t = incidentPageTexts.in(language);
  const [components, impacts] = [componentTexts.in(language), impactTexts.in(language)];
  const openFirst = incidents.toSorted(
    (one, other) => Number(one.endedAt !== undefined) - Number(other.endedAt !== undefined),
  );
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      {staff.rights.has('operations.manage') && (
        <Buttons>
          <LinkButton href="/operations/incidents/new">{t('report')}</LinkButton>
        </Buttons>
      )}
      {incidents.length === 0 ? (
        <p>{t('none')}</p>
      ) : (
        <DataTable
          caption={t('list')}
          columns={[t('what'), t('state'), t('impact'), t('since'), t('duration')].map((heading) => ({
            heading,
          }))}
          rows={openFirst.map((incident) => [
            <a href={`/operations/incidents/${incident.id}`}>{components(incident.component)}</a>,
            incident.endedAt === undefined ? <strong>{t('open')}</strong> : t('closed'),
            impacts(incident.impact),
            formatDateTime(incident.startedAt, language),
            formatDuration(lengthOf(incident, now), language),
          ])}
        />
      )}
    </AdminPage>
  );
}

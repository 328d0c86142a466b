import { Buttons, LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { servicePageTexts } from './service-page.texts.js';

export interface ChangeRequestedProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
}

/** A change of a service in use waits for a second person. */
export function ChangeRequestedPage({ frame, staff, id }: ChangeRequestedProps) {
  const t = servicePageTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('requestedTitle')}>
      <h1>{t('requestedTitle')}</h1>
      <Notice kind="success">
        <p>{t('requested')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={`/services/${id}`}>{t('back')}</LinkButton>
      </Buttons>
    </AdminPage>
  );
}

import { Buttons, LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { agenciesTexts } from './agencies.texts.js';

export interface SentProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly back: string;
  readonly waiting: boolean;
  /** Who joins has no agency yet. */
  readonly section?: 'join' | 'agencies';
}

/** What happens after something was sent to the service desk. */
export function SentPage({ frame, staff, back, waiting, section = 'join' }: SentProps) {
  const t = agenciesTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section={section} title={t('sentTitle')}>
      <h1>{waiting ? t('waiting') : t('sentTitle')}</h1>
      <Notice kind={waiting ? 'info' : 'success'}>
        <p>{t('sent')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={back}>{t(section === 'join' ? 'toTasks' : 'toAgency')}</LinkButton>
      </Buttons>
    </AdminPage>
  );
}

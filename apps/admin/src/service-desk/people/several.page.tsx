import { LinkButton, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { peopleTexts } from './people.texts.js';
import { personTexts } from './person.texts.js';

export interface SeveralProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  /** Of each, the look-up that leads on, and the number as it may be shown. */
  readonly found: readonly { readonly lookUp: string; readonly number: string }[];
}

/** People of one name who were born on one day. */
export function SeveralPage({ frame, staff, found }: SeveralProps) {
  const t = peopleTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="service-desk" title={t('severalTitle')}>
      <h1>{t('severalTitle')}</h1>
      <p class="lead">{t('severalLead')}</p>
      <SummaryList
        items={found.map(({ lookUp, number }) => ({
          label: t('number'),
          value: <a href={`/service-desk/people/${lookUp}`}>{number}</a>,
        }))}
      />
      <LinkButton href="/service-desk" look="quiet">
        {personTexts.in(frame.language)('back')}
      </LinkButton>
    </AdminPage>
  );
}

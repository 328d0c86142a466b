import { componentNames, impactTexts, phaseOf, type Delivery, type PlannedWindow } from '#libs/operations';
import { formatDateTime, formatDuration } from '#libs/texts';
import { Button, Buttons, Form, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { Deliveries } from '../parts/deliveries.js';
import { maintenanceTexts } from './maintenance.texts.js';
import { lengthOf, windowList } from './window-list.js';

export interface MaintenanceListProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly page: ListPage<PlannedWindow>;
  readonly leadDays: number;
  readonly now: Date;
}

/** What is planned, and the way to plan more. */
export function MaintenanceListPage({ frame, staff, page, leadDays, now }: MaintenanceListProps) {
  const { language } = frame;
  const t = maintenanceTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead', { days: leadDays })}</p>
      {staff.rights.has('operations.manage') && (
        <Buttons>
          <LinkButton href="/operations/maintenance/new">{t('plan')}</LinkButton>
        </Buttons>
      )}
      <ListTable
        frame={frame}
        path="/operations/maintenance"
        definition={windowList(language, now)}
        page={page}
        empty={<p>{t('none')}</p>}
      />
    </AdminPage>
  );
}

export interface MaintenanceProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly window: PlannedWindow;
  readonly deliveries: readonly Delivery[];
  readonly now: Date;
  /** Who looks planned it, and can therefore not approve it. */
  readonly isOwn?: boolean;
  /** What was asked could not be done. */
  readonly refused?: boolean;
}

/** One window: what contacts were told, and what can be done with it. */
export function MaintenancePage({
  frame,
  staff,
  window,
  deliveries,
  now,
  isOwn = false,
  refused = false,
}: MaintenanceProps) {
  const { language } = frame;
  const t = maintenanceTexts.in(language);
  const title = componentNames(window.components, language);
  const phase = phaseOf(window, now);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={title} problem={refused}>
      <h1>{title}</h1>
      {refused && (
        <Notice kind="problem">
          <p>{t('notPossible')}</p>
        </Notice>
      )}
      <SummaryList
        items={[
          { label: t('state'), value: <span data-phase={phase}>{t(phase)}</span> },
          { label: t('start'), value: formatDateTime(window.startsAt, language) },
          { label: t('duration'), value: formatDuration(lengthOf(window), language) },
          { label: t('impact'), value: impactTexts.in(language)(window.impact) },
          { label: t('why'), value: window.reason[language] },
          ...(window.lateReason === undefined ? [] : [{ label: t('lateWhy'), value: window.lateReason }]),
        ]}
      />
      <Deliveries deliveries={deliveries} language={language} />
      {staff.rights.has('operations.manage') && <Acts {...{ frame, phase, isOwn }} id={window.id} />}
      <p>
        <a href="/operations/maintenance">{t('back')}</a>
      </p>
    </AdminPage>
  );
}

interface ActsProps {
  readonly frame: PageFrame;
  readonly id: string;
  readonly phase: ReturnType<typeof phaseOf>;
  readonly isOwn: boolean;
}

function Acts({ frame, id, phase, isOwn }: ActsProps) {
  const t = maintenanceTexts.in(frame.language);
  const address = `/operations/maintenance/${id}`;
  if (phase === 'over' || phase === 'cancelled') return null;
  return (
    <div class="flow">
      {phase === 'proposed' && isOwn && <p>{t('waitsForOther')}</p>}
      {phase === 'proposed' && !isOwn && (
        <Form frame={frame} action={`${address}/approve`}>
          <Button>{t('approve')}</Button>
        </Form>
      )}
      <Buttons>
        {phase === 'coming' && (
          <LinkButton href={`${address}/change`} look="secondary">
            {t('change')}
          </LinkButton>
        )}
        <LinkButton href={`${address}/cancel`} look="secondary">
          {t('cancel')}
        </LinkButton>
      </Buttons>
    </div>
  );
}

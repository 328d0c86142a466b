import { JOB_STATES } from '#libs/queue';
import { DataTable, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListGlance } from '../../frame/list/list-glance.js';
import type { StaffView } from '../../frame/staff-view.js';
import { mailList, workList } from './given-up.js';
import type { QueueView } from './queue-desk.js';
import { returnedList } from './returned-list.js';
import { queueTexts } from './queues.texts.js';

const ROOT = '/operations/queues';

export interface QueuesProps extends QueueView {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly now: Date;
  /** What was to be tried again is not there any more. */
  readonly gone?: boolean;
}

/** How much work waits, what was given up, and the way to try it again. */
export function QueuesPage(props: QueuesProps) {
  const { frame, staff, gone = false } = props;
  const t = queueTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('title')} problem={gone} wide>
      <h1>{t('title')}</h1>
      {gone && (
        <Notice kind="problem">
          <p>{t('gone')}</p>
        </Notice>
      )}
      <p class="lead">{t('lead')}</p>
      <Work {...props} />
      <ListGlance
        frame={frame}
        path={`${ROOT}/mails`}
        {...mailList({ frame, staff, parked: props.parked })}
        empty={<p>{t('noFailedMails')}</p>}
      />
      <Returned {...props} />
      <p>
        <a href="/operations">{t('back')}</a>
      </p>
    </AdminPage>
  );
}

function Work({ frame, staff, work }: QueuesProps) {
  const t = queueTexts.in(frame.language);
  if (work === undefined)
    return (
      <Notice kind="warning">
        <p>{t('noAnswer')}</p>
      </Notice>
    );
  return (
    <>
      <h2>{t('queues')}</h2>
      {work.queues.length === 0 ? (
        <p>{t('noQueues')}</p>
      ) : (
        <DataTable
          caption={t('byState')}
          columns={[
            { heading: t('queue') },
            ...JOB_STATES.map((state) => ({ heading: t(state), number: true })),
          ]}
          rows={work.queues.map(({ queue, counts }) => [queue, ...JOB_STATES.map((state) => counts[state])])}
        />
      )}
      <ListGlance
        frame={frame}
        path={`${ROOT}/work`}
        {...workList({ frame, staff, failed: work.failed })}
        empty={<p>{t('noFailedWork')}</p>}
      />
    </>
  );
}

function Returned({ frame, returned, now }: QueuesProps) {
  const { language } = frame;
  const t = queueTexts.in(language);
  if (returned.length === 0) return null;
  return (
    <>
      <ListGlance
        frame={frame}
        path={`${ROOT}/returned`}
        definition={returnedList(language, now)}
        rows={returned}
        empty=""
      />
      <p>{t('returnedAbout')}</p>
    </>
  );
}

import { JOB_STATES } from '#libs/queue';
import { formatDateTime } from '#libs/texts';
import { Button, DataTable, Form, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { QueueView } from './queue-desk.js';
import { queueTexts } from './queues.texts.js';

export interface QueuesProps extends QueueView {
  readonly frame: PageFrame;
  readonly staff: StaffView;
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
      <Mails {...props} />
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
      <h2>{t('failedWork')}</h2>
      {work.failed.length === 0 ? (
        <p>{t('noFailedWork')}</p>
      ) : (
        <GivenUp
          {...{ frame, staff }}
          caption={t('workGivenUp')}
          rows={work.failed.map(({ queue, id, name, ...more }) => ({
            ...more,
            what: name,
            action: `/operations/queues/${queue}/${id}/retry`,
          }))}
        />
      )}
    </>
  );
}

function Mails({ frame, staff, parked }: QueuesProps) {
  const t = queueTexts.in(frame.language);
  return (
    <>
      <h2>{t('failedMails')}</h2>
      {parked.length === 0 ? (
        <p>{t('noFailedMails')}</p>
      ) : (
        <GivenUp
          {...{ frame, staff }}
          caption={t('mailsGivenUp')}
          rows={parked.map(({ id, template, attempts, lastError, createdAt, returned }) => ({
            what: template,
            attempts,
            failure: lastError,
            at: createdAt,
            ...(!returned && { action: `/operations/queues/mails/${id}` }),
          }))}
        />
      )}
    </>
  );
}

interface GivenUpProps extends Pick<QueuesProps, 'frame' | 'staff'> {
  readonly caption: string;
  readonly rows: readonly {
    readonly what: string;
    readonly attempts: number;
    readonly failure: string;
    readonly at: Date;
    /** Absent: it cannot be tried again. */
    readonly action?: string;
  }[];
}

/** Whoever may only read sees no button. */
function GivenUp({ frame, staff, caption, rows }: GivenUpProps) {
  const { language } = frame;
  const t = queueTexts.in(language);
  const may = staff.rights.has('operations.manage');
  const headings = [
    { heading: t('what') },
    { heading: t('failure') },
    { heading: t('attempts'), number: true },
    { heading: t('at') },
  ];
  return (
    <DataTable
      caption={caption}
      columns={may ? [...headings, { heading: t('act') }] : headings}
      rows={rows.map(({ what, failure, attempts, at, action }) => {
        const moment = formatDateTime(at, language);
        const cells = [what, <code>{failure}</code>, attempts, moment];
        if (!may) return cells;
        return [
          ...cells,
          action === undefined ? (
            t('cameBack')
          ) : (
            <Form frame={frame} action={action}>
              <Button look="secondary">
                {t('again')}
                <span class="visually-hidden">
                  : {what}, {moment}
                </span>
              </Button>
            </Form>
          ),
        ];
      })}
    />
  );
}

function Returned({ frame: { language }, returned }: QueuesProps) {
  const t = queueTexts.in(language);
  if (returned.length === 0) return null;
  return (
    <>
      <h2>{t('returned')}</h2>
      <p>{t('returnedAbout')}</p>
      <DataTable
        caption={t('byAgency')}
        columns={[
          { heading: t('agency') },
          { heading: t('contacts'), number: true },
          { heading: t('since') },
        ]}
        rows={returned.map(({ agency, contacts, since }) => [
          agency,
          contacts,
          formatDateTime(since, language),
        ])}
      />
    </>
  );
}

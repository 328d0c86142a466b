import { LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { queueTexts } from './queues.texts.js';

export interface QueueListProps<Row> {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  /** Which of the lists; part of its address. */
  readonly name: keyof typeof NOTHING;
  readonly definition: ListDefinition<Row>;
  /** undefined: the store of the queues does not answer. */
  readonly page: ListPage<Row> | undefined;
}

const NOTHING = { work: 'noFailedWork', mails: 'noFailedMails', returned: 'noneReturned' } as const;

/** All that was given up, or all agencies of which mail came back. */
export function QueueListPage<Row>({ frame, staff, name, definition, page }: QueueListProps<Row>) {
  const t = queueTexts.in(frame.language);
  const title = definition.caption;
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={title} wide>
      <h1>{title}</h1>
      {name === 'returned' && <p class="lead">{t('returnedAbout')}</p>}
      {page === undefined ? (
        <Notice kind="warning">
          <p>{t('noAnswer')}</p>
        </Notice>
      ) : (
        <ListTable
          {...{ frame, definition, page }}
          path={`/operations/queues/${name}`}
          empty={<p>{t(NOTHING[name])}</p>}
        />
      )}
      <LinkButton href="/operations/queues" look="quiet">
        {t('backToQueues')}
      </LinkButton>
    </AdminPage>
  );
}

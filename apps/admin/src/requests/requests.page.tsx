import { formatDateTime } from '#libs/texts';
import { Notice, unbroken, type PageFrame } from '#libs/ui';
import type { ChangeRequest } from '../approvals/change-request.js';
import { AdminPage } from '../frame/admin-page.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import { requestsTexts } from './requests.texts.js';

export interface RequestsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly definition: ListDefinition<ChangeRequest>;
  readonly page: ListPage<ChangeRequest>;
}

/** The queue of changes that take two people. */
export function RequestsPage({ frame, staff, definition, page }: RequestsProps) {
  const { language } = frame;
  const t = requestsTexts.in(language);
  const columns = definition.columns.map((column) =>
    column.key === 'asked'
      ? {
          ...column,
          cell: ({ id, requestedAt }: ChangeRequest) => (
            <a href={`/requests/${id}`}>{unbroken(formatDateTime(requestedAt, language))}</a>
          ),
        }
      : column,
  );
  return (
    <AdminPage frame={frame} staff={staff} section="requests" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <ListTable
        frame={frame}
        path="/requests"
        definition={{ ...definition, columns }}
        page={page}
        empty={
          <Notice>
            <p>{t('empty')}</p>
          </Notice>
        }
      />
    </AdminPage>
  );
}

import { formatDateTime } from '#libs/texts';
import { Button, Buttons, Form, Notice, SummaryList, unbroken, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { NotMeReport } from './not-me-report.js';
import { notMeTexts } from './not-me.texts.js';

export const NOT_ME_PATH = '/service-desk/not-me';

interface In {
  readonly frame: PageFrame;
  readonly staff: StaffView;
}

export interface NotMeListProps extends In {
  readonly definition: ListDefinition<NotMeReport>;
  readonly page: ListPage<NotMeReport>;
}

/** All reports, without whose they are. */
export function NotMeListPage({ frame, staff, definition, page }: NotMeListProps) {
  const { language } = frame;
  const t = notMeTexts.in(language);
  const [first, ...others] = definition.columns;
  const linked = first && {
    ...first,
    cell: ({ id, at }: NotMeReport) => (
      <a href={`${NOT_ME_PATH}/${id}`}>{unbroken(formatDateTime(at, language))}</a>
    ),
  };
  const columns = linked === undefined ? others : [linked, ...others];
  return (
    <AdminPage frame={frame} staff={staff} section="service-desk" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <p class="lead">{t('lead')}</p>
      <ListTable
        frame={frame}
        path={NOT_ME_PATH}
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

export interface NotMePageProps extends In {
  readonly report: NotMeReport;
  /** Whether this member of staff may mark it. */
  readonly mayHandle: boolean;
}

/** One report, and what to do about it. */
export function NotMeReportPage({ frame, staff, report, mayHandle }: NotMePageProps) {
  const { language } = frame;
  const t = notMeTexts.in(language);
  const { id, at, subject, suspended, reference, handledAt } = report;
  const state =
    handledAt === undefined ? t('waits') : t('handledOn', { date: formatDateTime(handledAt, language) });
  return (
    <AdminPage frame={frame} staff={staff} section="service-desk" title={t('one')}>
      <p>
        <a class="standalone" href={NOT_ME_PATH}>
          {t('back')}
        </a>
      </p>
      <h1>{t('one')}</h1>
      <SummaryList
        items={[
          { label: t('at'), value: formatDateTime(at, language) },
          { label: t('subject'), value: t(subject) },
          { label: t('suspended'), value: String(suspended) },
          {
            label: t('reference'),
            value: <a href={`/service-desk/reference?reference=${reference}`}>{reference}</a>,
          },
          { label: t('state'), value: state },
        ]}
      />
      <h2>{t('todoTitle')}</h2>
      <ol class="bullets">
        <li>{t('todoLook')}</li>
        <li>{t('todoStop')}</li>
        <li>{t('todoTell')}</li>
      </ol>
      <Form frame={frame} action={`${NOT_ME_PATH}/${id}/person`}>
        <Buttons>
          <Button>{t('openPerson')}</Button>
        </Buttons>
      </Form>
      <p class="small soft">{t('openHint')}</p>
      {handledAt === undefined && mayHandle && (
        <Form frame={frame} action={`${NOT_ME_PATH}/${id}/handled`}>
          <Buttons>
            <Button look="secondary">{t('handle')}</Button>
          </Buttons>
        </Form>
      )}
    </AdminPage>
  );
}

import type { ApiClient } from '#libs/agencies';
import { Buttons, ErrorSummary, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { ClientMessage } from './client-form.js';
import { clientList } from './client-list.js';
import { clientTexts } from './client.texts.js';
import { NewClient } from './new-client.js';

export interface ClientsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: Pick<ApiClient, 'agency'>['agency'];
  readonly agencyState: 'active' | 'suspended';
  readonly page: ListPage<ApiClient>;
  readonly now: Date;
  readonly typed?: Typed;
  readonly problems?: Problems<ClientMessage>;
}

/** The programs with which an agency uses the API, and the way to make another. */
export function ClientsPage(props: ClientsProps) {
  const {
    frame,
    staff,
    agency,
    agencyState,
    page,
    now,
    typed = Typed.of({}),
    problems = new Problems<ClientMessage>(),
  } = props;
  const { language } = frame;
  const t = clientTexts.in(language);
  const manages = staff.rights.has('agency.manage');
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} problem={problems.any} wide>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p class="lead">{t('lead')}</p>
      <p>
        <a href="/api/docs">{t('docs')}</a>
      </p>
      <ListTable
        frame={frame}
        path={`/agencies/${agency}/api-clients`}
        definition={clientList({ language, agency, agencyState, manages, now })}
        page={page}
        empty={<p>{t('none')}</p>}
      />
      {manages && <NewClient {...{ frame, agency, typed, problems }} />}
      <Buttons>
        <LinkButton href={`/agencies/${agency}`} look="quiet">
          {t('toAgency')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

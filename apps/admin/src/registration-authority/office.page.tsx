import { formatDateTime } from '#libs/texts';
import { Buttons, Chart, LinkButton, Notice, unbroken, type PageFrame } from '#libs/ui';
import type { RegistrationOffice } from '#libs/staff';
import { AdminPage } from '../frame/admin-page.js';
import { ListTable } from '../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../frame/list/list.js';
import type { StaffView } from '../frame/staff-view.js';
import type { MonthCount } from './office-list.js';
import { registrationTexts } from './registration.texts.js';
import type { Registration } from './registrations.store.js';

export interface OfficeProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly office: RegistrationOffice;
  readonly definition: ListDefinition<Registration>;
  readonly page: ListPage<Registration>;
  readonly months: readonly MonthCount[];
}

/** One office: whom it registered, and the way to register the next. */
export function OfficePage({ frame, staff, office, definition, page, months }: OfficeProps) {
  const { language } = frame;
  const t = registrationTexts.in(language);
  const path = `/registration/offices/${office.code}`;
  const [first, ...others] = definition.columns;
  const columns =
    first === undefined
      ? []
      : [{ ...first, cell: (row: Registration) => <When frame={frame} row={row} /> }, ...others];
  return (
    <AdminPage frame={frame} staff={staff} section="registration" title={t('title')} wide>
      <h1>{office.name[language]}</h1>
      <Buttons>
        {staff.rights.has('registration.enrol') && (
          <LinkButton href={`${path}/new`}>{t('newPerson')}</LinkButton>
        )}
        <LinkButton href={`${path}/officers`} look="secondary">
          {t('officers')}
        </LinkButton>
      </Buttons>
      <h2>{t('list')}</h2>
      <ListTable
        frame={frame}
        path={path}
        definition={{ ...definition, columns }}
        page={page}
        empty={
          <Notice>
            <p>{t('nothing')}</p>
          </Notice>
        }
      />
      {months.some(({ registered }) => registered > 0) && (
        <Chart
          kind="bars"
          language={language}
          title={t('statistics')}
          description={t('statisticsAbout')}
          labels={months.map(({ month }) => month)}
          labelHeading={t('month')}
          series={[
            { name: t('used'), values: months.map(({ used }) => used) },
            { name: t('unused'), values: months.map(({ registered, used }) => registered - used) },
          ]}
        />
      )}
    </AdminPage>
  );
}

const When = ({ frame, row }: { readonly frame: PageFrame; readonly row: Registration }) => (
  <a href={`/registration/people/${row.id}`}>{unbroken(formatDateTime(row.at, frame.language))}</a>
);

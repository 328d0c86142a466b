import type { Authorisation, RegisteredAgency } from '#libs/agencies';
import { Button, Buttons, Form, LinkButton, type PageFrame } from '#libs/ui';
import type { Dossier } from '../../applications/dossier/dossier.js';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { agenciesTexts } from '../agencies.texts.js';
import { agencyPeopleTexts } from '../people/people.texts.js';
import { serviceList } from './service-list.js';

interface Common {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: Pick<RegisteredAgency, 'number' | 'name'>;
}

export interface ServicesProps extends Common {
  readonly page: ListPage<Dossier>;
}

/** All online services of an agency. */
export function ServicesPage({ frame, staff, agency, page }: ServicesProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  const path = `/agencies/${agency.number}/services`;
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('services')} wide>
      <h1>{t('services')}</h1>
      <p class="lead">{agency.name[language]}</p>
      <ListTable
        {...{ frame, path, page }}
        definition={serviceList(language)}
        empty={<p>{t('noServices')}</p>}
      />
      {staff.rights.has('application.manage') && (
        <Form frame={frame} action={path}>
          <Button>{t('newService')}</Button>
        </Form>
      )}
      <Back frame={frame} agency={agency} />
    </AdminPage>
  );
}

export interface BasesProps extends Common {
  readonly definition: ListDefinition<Authorisation>;
  readonly page: ListPage<Authorisation>;
}

/** All authorisations of an agency. */
export function BasesPage({ frame, staff, agency, definition, page }: BasesProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('bases')} wide>
      <h1>{t('bases')}</h1>
      <p class="lead">{agency.name[language]}</p>
      <ListTable
        {...{ frame, definition, page }}
        path={`/agencies/${agency.number}/bases`}
        empty={<p>{t('noBases')}</p>}
      />
      {staff.rights.has('agency.manage') && (
        <Buttons>
          <LinkButton href={`/agencies/${agency.number}/bases/new`}>{t('newBasis')}</LinkButton>
        </Buttons>
      )}
      <Back frame={frame} agency={agency} />
    </AdminPage>
  );
}

function Back({ frame, agency }: Pick<Common, 'frame' | 'agency'>) {
  return (
    <LinkButton href={`/agencies/${agency.number}`} look="quiet">
      {agencyPeopleTexts.in(frame.language)('back')}
    </LinkButton>
  );
}

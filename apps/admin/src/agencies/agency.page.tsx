import type { Authorisation, RegisteredAgency } from '#libs/agencies';
import { formatEnterpriseNumber } from '#libs/kernel';
import type { Assignment } from '#libs/staff';
import { formatDate } from '#libs/texts';
import { Button, Buttons, Form, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import type { Dossier } from '../applications/dossier/dossier.js';
import { AdminPage } from '../frame/admin-page.js';
import { ListGlance } from '../frame/list/list-glance.js';
import type { StaffView } from '../frame/staff-view.js';
import { agreementWords } from './agencies.page.js';
import { agenciesTexts } from './agencies.texts.js';
import { basisList } from './lists/basis-list.js';
import { serviceList } from './lists/service-list.js';
import { peopleList } from './people/people-list.js';
import { agencyPeopleTexts } from './people/people.texts.js';
import { agencyRecordsTexts } from './records/agency-records.texts.js';
import type { AskedChange } from './standing/agency-standings.js';
import { Stopped } from './standing/stopped.js';
import type { BasisDocument } from './documents/documents.store.js';
import { standingTexts } from './standing/standing.texts.js';

export interface AgencyProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: RegisteredAgency;
  readonly services: readonly Dossier[];
  readonly bases: readonly Authorisation[];
  readonly people: readonly Assignment[];
  readonly documents: readonly BasisDocument[];
  readonly now: Date;
  /** Somebody asked to let it go on again. */
  readonly resuming?: boolean;
  /** What the service desk has not decided yet. */
  readonly asked?: readonly AskedChange[];
}

/** One agency: its agreement, what it may use, its online services. */
export function AgencyPage(props: AgencyProps) {
  const { frame, staff, agency, people } = props;
  const { language } = frame;
  const t = agenciesTexts.in(language);
  const title = agency.name[language];
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={title} wide>
      <h1>{title}</h1>
      <Stopped language={language} suspension={agency.suspension} text="notice" />
      {props.resuming && (
        <Notice kind="warning">
          <p>{standingTexts.in(language)('waiting')}</p>
        </Notice>
      )}
      <SummaryList
        wideNames
        items={[
          { label: t('number'), value: formatEnterpriseNumber(agency.number) },
          { label: t('state'), value: <span data-state={agency.state}>{t(agency.state)}</span> },
          { label: t('agreement'), value: agreementWords(agency.agreementVersion, language) },
        ]}
      />
      <Buttons>
        <LinkButton href={`/agencies/${agency.number}/agreement`} look="secondary">
          {t('toAgreement')}
        </LinkButton>
        <Standing {...props} />
      </Buttons>
      <Asked {...props} />
      <ListGlance
        frame={frame}
        path={`/agencies/${agency.number}/people`}
        definition={peopleList(language, agency.number, false)}
        rows={people}
        empty={<p>{agencyPeopleTexts.in(language)('nobody')}</p>}
      />
      <Buttons>
        <LinkButton href={`/agencies/${agency.number}/people`} look="secondary">
          {t('toPeople')}
        </LinkButton>
        <LinkButton href={`/agencies/${agency.number}/api-clients`} look="secondary">
          {t('toApiClients')}
        </LinkButton>
        <LinkButton href={`/agencies/${agency.number}/records`} look="quiet">
          {agencyRecordsTexts.in(language)('title')}
        </LinkButton>
      </Buttons>
      <Bases {...props} />
      <Services {...props} />
    </AdminPage>
  );
}

/** Whose turn it is: what was asked and is not decided. */
function Asked({ frame: { language }, asked = [] }: AgencyProps) {
  if (asked.length === 0) return null;
  const t = agenciesTexts.in(language);
  return (
    <Notice kind="info" title={t('asked')}>
      <ul class="bullets">
        {asked.map(({ id, title, requestedAt, expiresAt }) => (
          <li key={id} data-asked={id}>
            {t('askedOn', {
              title,
              day: formatDate(requestedAt, language),
              end: formatDate(expiresAt, language),
            })}
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The service desk suspends the agency, or asks to let it go on. */
function Standing({ frame: { language }, staff, agency, resuming = false }: AgencyProps) {
  if (!staff.rights.has('agency.suspend') || resuming) return null;
  const action = agency.state === 'active' ? 'suspend' : 'resume';
  return (
    <LinkButton href={`/agencies/${agency.number}/standing/${action}`} look="secondary">
      {standingTexts.in(language)(action)}
    </LinkButton>
  );
}

function Bases({ frame, staff, agency, bases, documents, now }: AgencyProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  const { number } = agency;
  return (
    <>
      <ListGlance
        frame={frame}
        path={`/agencies/${number}/bases`}
        definition={basisList({ language, staff, agency: number, documents, now })}
        rows={bases}
        empty={<p>{t('noBases')}</p>}
      />
      {staff.rights.has('agency.manage') && (
        <Buttons>
          <LinkButton href={`/agencies/${number}/bases/new`} look="secondary">
            {t('newBasis')}
          </LinkButton>
        </Buttons>
      )}
    </>
  );
}

function Services({ frame, staff, agency, services }: AgencyProps) {
  const t = agenciesTexts.in(frame.language);
  const path = `/agencies/${agency.number}/services`;
  return (
    <>
      <ListGlance
        frame={frame}
        path={path}
        definition={serviceList(frame.language)}
        rows={services}
        empty={<p>{t('noServices')}</p>}
      />
      {staff.rights.has('application.manage') && (
        <Form frame={frame} action={path}>
          <Button>{t('newService')}</Button>
        </Form>
      )}
    </>
  );
}

import type { Authorisation, RegisteredAgency } from '#libs/agencies';
import { formatEnterpriseNumber, type Language } from '#libs/kernel';
import type { Assignment } from '#libs/staff';
import { formatDate, labelled } from '#libs/texts';
import { Button, Buttons, DataTable, Form, LinkButton, Notice, SummaryList, type PageFrame } from '#libs/ui';
import type { Dossier } from '../applications/dossier/dossier.js';
import { servicePageTexts } from '../applications/service-page.texts.js';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { roleTexts } from '../staff/role.texts.js';
import { agreementWords } from './agencies.page.js';
import { agenciesTexts } from './agencies.texts.js';
import { basesTexts } from './bases.texts.js';
import { agencyRecordsTexts } from './records/agency-records.texts.js';
import type { AskedChange } from './standing/agency-standings.js';
import { Stopped } from './standing/stopped.js';
import { Documents } from './documents/documents.js';
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
  const role = roleTexts.in(language);
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
      <h2>{t('people')}</h2>
      <ul class="bullets">
        {people.map((held) => (
          <li key={held.id}>{labelled(held.reason, role(held.role), language)}</li>
        ))}
      </ul>
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

function Bases({ frame: { language }, staff, agency, bases, documents }: AgencyProps) {
  const t = agenciesTexts.in(language);
  const b = basesTexts.in(language);
  return (
    <>
      {bases.length === 0 ? (
        <>
          <h2>{t('bases')}</h2>
          <p>{t('noBases')}</p>
        </>
      ) : (
        <DataTable
          caption={t('bases')}
          columns={(['reference', 'validUntil', 'document'] as const).map((name) => ({
            heading: b(name),
          }))}
          rows={bases.map(({ id, reference, kind, validUntil }) => [
            <>
              {reference}
              <span class="small soft under">{b(kind)}</span>
            </>,
            validUntil === undefined ? '–' : formatDate(new Date(validUntil), language),
            <Documents
              {...{ language, staff, agency: agency.number, basis: id }}
              documents={documents.filter((one) => one.kind === kind && one.reference === reference)}
            />,
          ])}
        />
      )}
      {staff.rights.has('agency.manage') && (
        <Buttons>
          <LinkButton href={`/agencies/${agency.number}/bases/new`} look="secondary">
            {t('newBasis')}
          </LinkButton>
        </Buttons>
      )}
    </>
  );
}

function Services({ frame, staff, agency, services }: AgencyProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  return (
    <>
      {services.length === 0 ? (
        <>
          <h2>{t('services')}</h2>
          <p>{t('noServices')}</p>
        </>
      ) : (
        <DataTable
          caption={t('services')}
          columns={[{ heading: t('name') }, { heading: t('state') }]}
          rows={services.map(({ id, details, state }) => [
            <a href={`/services/${id}`}>{details.name[language] || t('noName')}</a>,
            stateWords(state, language),
          ])}
        />
      )}
      {staff.rights.has('application.manage') && (
        <Form frame={frame} action={`/agencies/${agency.number}/services`}>
          <Button>{t('newService')}</Button>
        </Form>
      )}
    </>
  );
}

const stateWords = (state: Dossier['state'], language: Language): string =>
  servicePageTexts.in(language)(`state-${state}`);

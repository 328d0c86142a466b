import { apiClientState, type ApiClient } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { formatDate, labelled } from '#libs/texts';
import { Buttons, DataTable, ErrorSummary, LinkButton, type PageFrame } from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { ClientMessage } from './client-form.js';
import { clientTexts } from './client.texts.js';
import { NewClient } from './new-client.js';

export interface ClientsProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: Pick<ApiClient, 'agency'>['agency'];
  readonly agencyState: 'active' | 'suspended';
  readonly clients: readonly ApiClient[];
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
    clients,
    typed = Typed.of({}),
    problems = new Problems<ClientMessage>(),
  } = props;
  const { language } = frame;
  const t = clientTexts.in(language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} problem={problems.any} wide>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p class="lead">{t('lead')}</p>
      <p>
        <a href="/api/docs">{t('docs')}</a>
      </p>
      {clients.length === 0 ? <p>{t('none')}</p> : <Clients {...props} />}
      {staff.rights.has('agency.manage') && <NewClient {...{ frame, agency, typed, problems }} />}
      <Buttons>
        <LinkButton href={`/agencies/${agency}`} look="quiet">
          {t('toAgency')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

function Clients({ frame: { language }, staff, agency, agencyState, clients, now }: ClientsProps) {
  const t = clientTexts.in(language);
  const manages = staff.rights.has('agency.manage');
  return (
    <DataTable
      caption={t('title')}
      columns={[
        { heading: `${t('name')}, ${t('id')}` },
        { heading: t('right') },
        { heading: t('endsOn') },
        { heading: t('usedAt') },
        { heading: t('state') },
        ...(manages ? [{ heading: t('withdraw') }] : []),
      ]}
      rows={clients.map((client) => {
        const state = apiClientState(client, agencyState, now);
        return [
          <>
            {client.name}
            <code class="small under">{client.id}</code>
          </>,
          rightWords(client, language),
          // It ends as its last day does.
          formatDate(new Date(client.endsAt.getTime() - 1), language),
          client.usedAt === undefined ? t('never') : formatDate(client.usedAt, language),
          <span data-client-state={state}>{t(state)}</span>,
          ...(manages ? [state === 'withdrawn' ? '–' : withdrawLink(agency, client, language)] : []),
        ];
      })}
    />
  );
}

function rightWords({ rights }: ApiClient, language: Language): string {
  const t = clientTexts.in(language);
  const right = t(rights.includes('write') ? 'write' : 'read');
  return rights.includes('audit') ? t('withAudit', { right }) : right;
}

function withdrawLink(agency: string, { id, name }: ApiClient, language: Language) {
  const label = clientTexts.in(language)('withdraw');
  return (
    <a href={`/agencies/${agency}/api-clients/${id}`} aria-label={labelled(label, name, language)}>
      {label}
    </a>
  );
}

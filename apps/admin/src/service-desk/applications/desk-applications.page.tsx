import type { Application } from '#libs/agencies';
import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  SummaryList,
  TextAreaField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { Note } from '../notes.store.js';
import { personTexts } from '../people/person.texts.js';
import { applicationsTexts } from './applications.texts.js';

interface Common {
  readonly frame: PageFrame;
  readonly staff: StaffView;
}

const ROOT = '/service-desk/applications';

export function applicationList(language: Language): ListDefinition<Application> {
  const t = applicationsTexts.in(language);
  const states = ['active', 'suspended', 'ended'] as const;
  return {
    caption: t('title'),
    columns: [
      {
        key: 'name',
        heading: t('name'),
        text: ({ name }) => name[language],
        cell: ({ id, name }) => <a href={`${ROOT}/${id}`}>{name[language]}</a>,
      },
      { key: 'agency', heading: t('agency'), text: ({ agency }) => agency.name[language] },
      { key: 'environment', heading: t('environment'), text: ({ environment }) => environment },
      { key: 'state', heading: t('state'), text: ({ state }) => t(state) },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: states.map((state) => ({ value: state, label: t(state) })),
        matches: ({ state }, value) => state === value,
      },
    ],
  };
}

/** Every application, to find the one that has to stop. */
export function DeskApplicationsPage({
  frame,
  staff,
  page,
}: Common & { readonly page: ListPage<Application> }) {
  const t = applicationsTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="stop-applications" title={t('title')} wide>
      <h1>{t('title')}</h1>
      <ListTable
        frame={frame}
        path={ROOT}
        definition={applicationList(frame.language)}
        page={page}
        csv={false}
        empty={
          <Notice>
            <p>{t('empty')}</p>
          </Notice>
        }
      />
    </AdminPage>
  );
}

export interface DeskApplicationProps extends Common {
  readonly application: Application;
  readonly waiting: string | undefined;
  readonly notes: readonly Note[];
  readonly done?: boolean;
  readonly note?: string;
}

/** One application: stop it, resume it, write down what was said about it. */
export function DeskApplicationPage(props: DeskApplicationProps) {
  const { frame, staff, application, waiting } = props;
  const { language } = frame;
  const t = applicationsTexts.in(language);
  const { id, name, agency, environment, state, minimumLevel, service } = application;
  const action = state === 'active' ? 'suspend' : 'resume';
  const may = staff.rights.has('agency.suspend') && canChange(application) && waiting === undefined;
  const problem =
    props.note === undefined ? [] : [{ field: 'note', message: personTexts.in(language)('noteWrong') }];
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="stop-applications"
      title={name[language]}
      problem={problem.length > 0}
    >
      <h1>{name[language]}</h1>
      <ErrorSummary language={language} problems={problem} />
      <Told {...props} />
      <SummaryList
        items={[
          { label: t('agency'), value: <a href={`/agencies/${agency.number}`}>{agency.name[language]}</a> },
          ...(service === undefined
            ? []
            : [{ label: t('service'), value: <a href={`/services/${service}`}>{t('toService')}</a> }]),
          { label: t('environment'), value: environment },
          { label: t('state'), value: <span data-state={state}>{t(state)}</span> },
          { label: t('level'), value: String(minimumLevel) },
        ]}
      />
      {may && (
        <Buttons>
          <LinkButton href={`${ROOT}/${id}/${action}`}>{t(action)}</LinkButton>
        </Buttons>
      )}
      <Notes {...props} />
      <LinkButton href={ROOT} look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

/** What is stopped with its whole agency goes on with it only. */
const canChange = ({ state, agency }: Application): boolean => state !== 'ended' && agency.suspended !== true;

function Told({ frame: { language }, application, waiting, done = false }: DeskApplicationProps) {
  const t = applicationsTexts.in(language);
  return (
    <>
      {application.agency.suspended && (
        <Notice kind="problem">
          <p>{t('withAgency')}</p>
        </Notice>
      )}
      {done && (
        <Notice kind="success">
          <p>{t('done')}</p>
        </Notice>
      )}
      {waiting !== undefined && (
        <Notice>
          <p>
            <a href={`/requests/${waiting}`}>{t('waiting')}</a>
          </p>
        </Notice>
      )}
    </>
  );
}

function Notes({ frame, application, notes, note }: DeskApplicationProps) {
  const { language } = frame;
  const t = personTexts.in(language);
  return (
    <section class="flow">
      <h2>{t('notes')}</h2>
      {notes.length === 0 ? (
        <p>{t('noNotes')}</p>
      ) : (
        <SummaryList
          items={notes.map(({ at, text }) => ({ label: formatDateTime(at, language), value: text }))}
        />
      )}
      <Form frame={frame} action={`${ROOT}/${application.id}/notes`}>
        <TextAreaField
          language={language}
          name="note"
          label={t('newNote')}
          rows={2}
          value={note}
          error={note === undefined ? undefined : t('noteWrong')}
          prose
        />
        <Buttons>
          <Button look="secondary">{t('keep')}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

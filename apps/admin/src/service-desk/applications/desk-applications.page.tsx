import type { Application } from '#libs/agencies';
import type { FedId, Language } from '#libs/kernel';
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
import type { StaffView } from '../../frame/staff-view.js';
import { NoteList } from '../note-list.js';
import type { Note } from '../notes.store.js';
import { personTexts } from '../people/person.texts.js';
import { applicationsTexts } from './applications.texts.js';

const ROOT = '/service-desk/applications';

export interface DeskApplicationProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly application: Application;
  readonly waiting: string | undefined;
  readonly notes: readonly Note[];
  readonly done?: boolean;
  readonly note?: string;
  /** whoever looks, and which of the notes they ask */
  readonly reader?: FedId;
  readonly asked?: unknown;
}

/** One application: stop it, resume it, write down what was said about it. */
export function DeskApplicationPage(props: DeskApplicationProps) {
  const { frame, staff, application, waiting } = props;
  const { language } = frame;
  const t = applicationsTexts.in(language);
  const { name, agency, environment, state, minimumLevel, service } = application;
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
      {may && <Act language={language} application={application} />}
      <Notes {...props} />
      <LinkButton href={ROOT} look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

/** What belongs to a service is stopped there, and says so. */
function Act({
  language,
  application: { id, state, service },
}: Pick<DeskApplicationProps, 'application'> & { readonly language: Language }) {
  const t = applicationsTexts.in(language);
  const action = state === 'active' ? 'suspend' : 'resume';
  if (service === undefined) {
    return (
      <Buttons>
        <LinkButton href={`${ROOT}/${id}/${action}`}>{t(action)}</LinkButton>
      </Buttons>
    );
  }
  return (
    <>
      <p>{t('wholeService')}</p>
      <Buttons>
        <LinkButton href={`/services/${service}/${action}`}>{t(`${action}Service`)}</LinkButton>
      </Buttons>
    </>
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

function Notes({ frame, application, notes, note, reader, asked }: DeskApplicationProps) {
  const { language } = frame;
  const t = personTexts.in(language);
  return (
    <section class="flow">
      <NoteList frame={frame} path={`${ROOT}/${application.id}`} {...{ notes, reader, asked }} csv />
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

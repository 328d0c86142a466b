import type { FedId } from '#libs/kernel';
import { formatDateTime, formatTime } from '#libs/texts';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  Form,
  keyName,
  LinkButton,
  Notice,
  SummaryList,
  TextAreaField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { StaffView } from '../../frame/staff-view.js';
import { NoteList } from '../note-list.js';
import { Happenings } from './happenings.js';
import type { LookUp } from './look-ups.store.js';
import { personTexts } from './person.texts.js';
import type { PersonView } from './person-view.js';

export interface PersonProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly lookUp: Pick<LookUp, 'id' | 'reason' | 'expiresAt'>;
  readonly view: PersonView;
  readonly done?: boolean;
  readonly note?: string;
  /** whoever looks, and which of the notes they ask */
  readonly reader?: FedId;
  readonly asked?: unknown;
}

/** One caller: keys, states, what happened lately in words, and what can be done. */
export function PersonPage(props: PersonProps) {
  const { frame, staff, lookUp, view, done = false, note } = props;
  const { language } = frame;
  const t = personTexts.in(language);
  const problem = note === undefined ? undefined : t('noteWrong');
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="service-desk"
      title={t('title')}
      problem={problem !== undefined}
      wide
    >
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problem ? [{ field: 'note', message: problem }] : []} />
      {done && (
        <Notice kind="success">
          <p>{t('done')}</p>
        </Notice>
      )}
      <p>{t('lead', { reason: lookUp.reason, until: formatTime(lookUp.expiresAt, language) })}</p>
      <Who frame={frame} view={view} />
      <Keys {...props} />
      <HelpActions {...props} />
      <h2>{t('recent')}</h2>
      <Happenings language={language} happenings={view.happenings} nothing={t('nothing')} />
      <NoteList
        frame={frame}
        path={`/service-desk/people/${lookUp.id}`}
        notes={view.notes}
        reader={props.reader}
        asked={props.asked}
      />
      <Form frame={frame} action={`/service-desk/people/${lookUp.id}/notes`}>
        <TextAreaField
          language={language}
          name="note"
          label={t('newNote')}
          rows={2}
          value={note}
          error={problem}
          prose
        />
        <Buttons>
          <Button look="secondary">{t('keep')}</Button>
          <LinkButton href="/service-desk" look="quiet">
            {t('back')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

function Who({ frame: { language }, view }: Pick<PersonProps, 'frame' | 'view'>) {
  const t = personTexts.in(language);
  const { person, number, username, contacts } = view;
  return (
    <SummaryList
      items={[
        { label: t('state'), value: <span data-state={person.state}>{t(person.state)}</span> },
        ...(number === undefined ? [] : [{ label: t('number'), value: number }]),
        ...(username === undefined ? [] : [{ label: t('username'), value: username }]),
        { label: t('enrolment'), value: t(person.enrolment) },
        ...contacts.map(({ kind, masked, verified }) => ({
          label: t(kind),
          value: verified ? masked : t('unverified', { value: masked }),
        })),
      ]}
    />
  );
}

function Keys({ frame: { language }, staff, lookUp, view }: PersonProps) {
  const t = personTexts.in(language);
  if (view.keys.length === 0) return <p>{t('noKeys')}</p>;
  const canHelp = staff.rights.has('person.help');
  return (
    <DataTable
      caption={t('keys')}
      columns={[
        { heading: t('key') },
        { heading: t('state') },
        { heading: t('lastUsed') },
        { heading: t('help') },
      ]}
      rows={view.keys.map(({ id, kind, state, lastUsedAt }) => [
        keyName(kind, language),
        <span data-key-kind={kind} data-state={state}>
          {t(state)}
        </span>,
        lastUsedAt === undefined ? t('never') : formatDateTime(lastUsedAt, language),
        canHelp && state === 'active' ? (
          <a href={`/service-desk/people/${lookUp.id}/help/suspend?key=${id}`}>{t('suspend')}</a>
        ) : (
          ''
        ),
      ])}
    />
  );
}

function HelpActions({ frame: { language }, staff, lookUp, view }: PersonProps) {
  const t = personTexts.in(language);
  const href = (action: string) => `/service-desk/people/${lookUp.id}/help/${action}`;
  const hasMail = view.contacts.some(({ kind, verified }) => kind === 'mail' && verified);
  return (
    <div class="flow">
      {view.locks.map(({ key, until }) => (
        <Notice key={key} kind="warning">
          <p>
            {until === undefined
              ? t('lockedForGood', { key: keyName(key, language) })
              : t('lockedUntil', { key: keyName(key, language), until: formatDateTime(until, language) })}
          </p>
        </Notice>
      ))}
      {view.activation && (
        <p>
          {t('activation', {
            until: formatDateTime(view.activation.expiresAt, language),
            tries: view.activation.triesLeft,
          })}
        </p>
      )}
      {!hasMail && view.activation === undefined && <p>{t('noAddress')}</p>}
      {staff.rights.has('person.help') && (
        <Buttons>
          {view.locks.length > 0 && <LinkButton href={href('unlock')}>{t('unlock')}</LinkButton>}
          {view.activation && (
            <LinkButton href={href('resend')} look="secondary">
              {t('resend')}
            </LinkButton>
          )}
          {hasMail && (
            <LinkButton href={href('recovery')} look="secondary">
              {t('recovery')}
            </LinkButton>
          )}
        </Buttons>
      )}
    </div>
  );
}

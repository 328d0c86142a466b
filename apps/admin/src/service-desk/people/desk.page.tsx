import { formatDate } from '#libs/texts';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Notice,
  RadioGroup,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { confirmTexts } from '../../frame/form/confirm.texts.js';
import { Problems } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { notMeTexts } from '../not-me/not-me.texts.js';
import type { DeskState } from '../hours/opening-hours.js';
import { peopleTexts } from './people.texts.js';
import { SEARCH_WAYS, type SearchProblem } from './person-search.js';

export interface DeskProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly hours: DeskState;
  /** What was typed, by field. */
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: Problems<SearchProblem>;
  /** The search was right, and nobody is known by it. */
  readonly nobody?: boolean;
  /** How many reports "this was not me" wait. */
  readonly reports?: number;
}

/** Where the service desk begins: a caller, or the reference of an error page. */
export function DeskPage({
  frame,
  staff,
  hours,
  typed = {},
  problems = new Problems(),
  nobody = false,
  reports = 0,
}: DeskProps) {
  const { language } = frame;
  const t = peopleTexts.in(language);
  const say = (problem: SearchProblem) =>
    problem === 'reasonMissing' || problem === 'reasonLong' || problem === 'reasonIdentity'
      ? confirmTexts.in(language)(problem)
      : t(problem);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && say(problem);
  };
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="service-desk"
      title={t('deskTitle')}
      problem={problems.any}
    >
      <h1>{t('deskTitle')}</h1>
      <ErrorSummary language={language} problems={problems.all(say)} />
      <OpeningHours frame={frame} hours={hours} />
      <NotMeReports frame={frame} reports={reports} />
      {nobody && (
        <Notice kind="warning">
          <p>{t('nobody')}</p>
        </Notice>
      )}
      <section class="flow">
        <h2>{t('findTitle')}</h2>
        <p>{t('findLead')}</p>
        <Form frame={frame} action="/service-desk/people">
          <RadioGroup
            language={language}
            name="by"
            label={t('by')}
            value={typed.by}
            error={at('by')}
            options={SEARCH_WAYS.map((way) => ({ value: way, label: t(way) }))}
          />
          <TextField
            language={language}
            name="value"
            label={t('value')}
            value={typed.value}
            error={at('value')}
            autocomplete="off"
            autocapitalize="none"
          />
          <TextField
            language={language}
            name="birthDate"
            type="date"
            label={t('birthDate')}
            hint={t('birthDateHint')}
            value={typed.birthDate}
            error={at('birthDate')}
            optional
          />
          <TextAreaField
            language={language}
            name="reason"
            label={t('reason')}
            hint={t('reasonHint')}
            rows={2}
            value={typed.reason}
            error={at('reason')}
            prose
          />
          <Buttons>
            <Button>{t('find')}</Button>
          </Buttons>
        </Form>
      </section>
      <section class="flow">
        <h2>{t('referenceTitle')}</h2>
        <form class="form" method="get" action="/service-desk/reference">
          <TextField
            language={language}
            name="reference"
            label={t('reference')}
            hint={t('referenceHint')}
            autocomplete="off"
          />
          <Buttons>
            <Button look="secondary">{t('find')}</Button>
          </Buttons>
        </form>
      </section>
    </AdminPage>
  );
}

export function OpeningHours({ frame: { language }, hours }: Pick<DeskProps, 'frame' | 'hours'>) {
  const t = peopleTexts.in(language);
  return (
    <Notice kind="info">
      <p data-desk={hours.kind}>
        {hours.kind === 'open'
          ? t('open', { minutes: hours.minutes })
          : t('closed', { day: formatDate(new Date(`${hours.opensOn}T12:00:00Z`), language) })}
      </p>
    </Notice>
  );
}

function NotMeReports({
  frame: { language },
  reports,
}: {
  readonly frame: PageFrame;
  readonly reports: number;
}) {
  const t = notMeTexts.in(language);
  const way = <a href="/service-desk/not-me">{reports > 0 ? t('waiting', { count: reports }) : t('all')}</a>;
  if (reports === 0) return <p>{way}</p>;
  return (
    <Notice kind="warning">
      <p>{way}</p>
    </Notice>
  );
}

import type { EnterpriseNumber } from '#libs/kernel';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { Problems, Typed } from '../../frame/form/typed.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import { roleTexts } from '../../staff/role.texts.js';
import type { EndOutcome, ProposeOutcome } from './agency-people.js';
import { AGENCY_ROLES } from './agency-role.js';
import { peopleList, type AgencyPerson } from './people-list.js';
import { agencyPeopleTexts } from './people.texts.js';
import type { PersonMessage } from './person-form.js';

export interface PeopleProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly agency: EnterpriseNumber;
  readonly page: ListPage<AgencyPerson>;
  readonly typed?: Typed;
  readonly problems?: Problems<PersonMessage>;
  readonly told?: ProposeOutcome | EndOutcome;
}

const GOOD = ['asked', 'ended'];

/** Who works for the agency, and the way to propose another. */
export function PeoplePage(props: PeopleProps) {
  const { frame, staff, agency, page, problems = new Problems(), told } = props;
  const { language } = frame;
  const t = agencyPeopleTexts.in(language);
  const manages = staff.rights.has('agency.manage');
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('title')} problem={problems.any}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => t(problem))} />
      {told !== undefined && (
        <Notice kind={GOOD.includes(told) ? 'success' : 'warning'}>
          <p>{t(told)}</p>
        </Notice>
      )}
      <p class="lead">{t('lead')}</p>
      <ListTable
        frame={frame}
        path={`/agencies/${agency}/people`}
        definition={peopleList(language, agency, manages)}
        page={page}
        empty={<p>{t('nobody')}</p>}
      />
      {manages && <Propose {...props} />}
      <Buttons>
        <LinkButton href={`/agencies/${agency}`} look="quiet">
          {t('back')}
        </LinkButton>
      </Buttons>
    </AdminPage>
  );
}

function Propose(props: PeopleProps) {
  const { frame, agency, typed = Typed.of({}), problems = new Problems() } = props;
  const { language } = frame;
  const t = agencyPeopleTexts.in(language);
  const role = roleTexts.in(language);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  return (
    <section class="flow">
      <h2>{t('propose')}</h2>
      <Form frame={frame} action={`/agencies/${agency}/people`}>
        <RadioGroup
          language={language}
          name="role"
          label={t('role')}
          value={typed.text('role')}
          error={at('role')}
          options={AGENCY_ROLES.map((value) => ({
            value,
            label: role(value),
            about: t(`about-${value}`),
          }))}
        />
        <TextField
          language={language}
          name="name"
          label={t('name')}
          value={typed.text('name')}
          error={at('name')}
          autocomplete="off"
        />
        <TextField
          language={language}
          name="firm"
          label={t('firm')}
          hint={t('firmHint')}
          value={typed.text('firm')}
          error={at('firm')}
          autocomplete="off"
          inputmode="numeric"
          optional
        />
        <TextField
          language={language}
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          value={typed.text('number')}
          error={at('number')}
          autocomplete="off"
          inputmode="numeric"
        />
        <TextAreaField
          language={language}
          name="reason"
          label={t('reason')}
          rows={2}
          value={typed.text('reason')}
          error={at('reason')}
          prose
        />
        <Buttons>
          <Button>{t('send')}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { Problems } from '../../frame/form/typed.js';
import { ListTable } from '../../frame/list/list-table.js';
import type { ListDefinition, ListPage } from '../../frame/list/list.js';
import type { StaffView } from '../../frame/staff-view.js';
import type { Officer } from './officer-list.js';
import { officersTexts } from './officers.texts.js';

export type OfficerProblem = 'nameWrong' | 'numberWrong' | 'reasonWrong';

export interface OfficersProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly office: string;
  readonly definition: ListDefinition<Officer>;
  readonly page: ListPage<Officer>;
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: Problems<OfficerProblem>;
  readonly told?: 'asked' | 'waiting';
}

/** Who registers people at an office, and the way to propose another. */
export function OfficersPage(props: OfficersProps) {
  const { frame, staff, office, page, problems = new Problems(), told } = props;
  const { language } = frame;
  const t = officersTexts.in(language);
  const canAppoint = staff.rights.has('registration.appoint');
  return (
    <AdminPage frame={frame} staff={staff} section="registration" title={t('title')} problem={problems.any}>
      <h1>{t('title')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => t(problem))} />
      {told !== undefined && (
        <Notice kind={told === 'asked' ? 'success' : 'warning'}>
          <p>{t(told)}</p>
        </Notice>
      )}
      <p class="lead">{t('lead')}</p>
      <ListTable
        frame={frame}
        path={`/registration/offices/${office}/officers`}
        definition={props.definition}
        page={page}
        empty={<p>{t('nobody')}</p>}
      />
      {canAppoint && <Appoint {...props} />}
      <LinkButton href={`/registration/offices/${office}`} look="quiet">
        {t('back')}
      </LinkButton>
    </AdminPage>
  );
}

function Appoint({ frame, office, typed = {}, problems = new Problems() }: OfficersProps) {
  const { language } = frame;
  const t = officersTexts.in(language);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  return (
    <section class="flow">
      <h2>{t('appoint')}</h2>
      <Form frame={frame} action={`/registration/offices/${office}/officers`}>
        <TextField
          language={language}
          name="name"
          label={t('name')}
          value={typed.name}
          error={at('name')}
          autocomplete="off"
        />
        <TextField
          language={language}
          name="number"
          label={t('number')}
          value={typed.number}
          error={at('number')}
          autocomplete="off"
          inputmode="numeric"
        />
        <TextAreaField
          language={language}
          name="reason"
          label={t('reason')}
          rows={2}
          value={typed.reason}
          error={at('reason')}
          prose
        />
        <Buttons>
          <Button>{t('propose')}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

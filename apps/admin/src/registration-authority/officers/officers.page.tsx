import { formatDate } from '#libs/texts';
import {
  Button,
  Buttons,
  DataTable,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import type { Assignment } from '#libs/staff';
import { AdminPage } from '../../frame/admin-page.js';
import { Problems } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { officersTexts } from './officers.texts.js';

export type OfficerProblem = 'nameWrong' | 'numberWrong' | 'reasonWrong';

export interface OfficersProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly office: string;
  readonly officers: readonly Pick<Assignment, 'id' | 'reason' | 'grantedAt'>[];
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: Problems<OfficerProblem>;
  readonly told?: 'asked' | 'waiting';
}

/** Who registers people at an office, and the way to propose another. */
export function OfficersPage(props: OfficersProps) {
  const { frame, staff, office, officers, problems = new Problems(), told } = props;
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
      {officers.length === 0 ? (
        <p>{t('nobody')}</p>
      ) : (
        <DataTable
          caption={t('title')}
          columns={[
            { heading: t('officer') },
            { heading: t('since') },
            ...(canAppoint ? [{ heading: t('end') }] : []),
          ]}
          rows={officers.map(({ id, reason, grantedAt }) => [
            reason,
            formatDate(grantedAt, language),
            ...(canAppoint
              ? [<a href={`/registration/offices/${office}/officers/${id}`}>{t('end')}</a>]
              : []),
          ])}
        />
      )}
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

import {
  Button,
  Buttons,
  CheckboxField,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { AUDIENCES, type AgencyMessage } from './agency-form.js';
import { agenciesTexts } from './agencies.texts.js';

export interface JoinProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<AgencyMessage>;
}

const FIELDS = ['number', 'name-nl', 'name-fr', 'name-de', 'name-en'] as const;

/** Somebody registers the agency that they work for. */
export function JoinPage({ frame, staff, typed, problems }: JoinProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  const say = (message: AgencyMessage) => t(message === 'number' ? 'numberWrong' : message);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && say(problem);
  };
  return (
    <AdminPage frame={frame} staff={staff} section="join" title={t('register')} problem={problems.any}>
      <h1>{t('register')}</h1>
      <ErrorSummary language={language} problems={problems.all(say)} />
      <p class="lead">{t('registerLead')}</p>
      <Form frame={frame} action="/join">
        {FIELDS.map((name) => (
          <TextField
            key={name}
            language={language}
            name={name}
            label={t(name)}
            hint={name === 'number' ? t('numberHint') : undefined}
            value={typed.text(name)}
            error={at(name)}
          />
        ))}
        <RadioGroup
          language={language}
          name="audience"
          label={t('audience')}
          value={typed.text('audience')}
          error={at('audience')}
          options={AUDIENCES.map((value) => ({ value, label: t(value) }))}
        />
        <TextAreaField
          language={language}
          name="task"
          label={t('task')}
          hint={t('taskHint')}
          rows={3}
          value={typed.text('task')}
          error={at('task')}
          prose
        />
        <CheckboxField
          language={language}
          name="eligible"
          label={t('eligible')}
          checked={typed.ticked('eligible')}
          error={at('eligible')}
        />
        <CheckboxField
          language={language}
          name="signatory"
          label={t('signatory')}
          checked={typed.ticked('signatory')}
          optional
        />
        <Buttons>
          <Button>{t('send')}</Button>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

export interface SentProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly back: string;
  readonly waiting: boolean;
}

/** What happens after something was sent to the service desk. */
export function SentPage({ frame, staff, back, waiting }: SentProps) {
  const t = agenciesTexts.in(frame.language);
  return (
    <AdminPage frame={frame} staff={staff} section="join" title={t('sentTitle')}>
      <h1>{waiting ? t('waiting') : t('sentTitle')}</h1>
      <Notice kind={waiting ? 'info' : 'success'}>
        <p>{t('sent')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={back}>{t('back')}</LinkButton>
      </Buttons>
    </AdminPage>
  );
}

import {
  Button,
  Buttons,
  CheckboxField,
  ErrorSummary,
  Form,
  LinkButton,
  RadioGroup,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { NameFields } from '../frame/form/name-fields.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { AUDIENCES, type AgencyMessage } from './agency-form.js';
import { agencyMessage } from './agency-message.js';
import { agenciesTexts } from './agencies.texts.js';

export interface JoinProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<AgencyMessage>;
}

/** Somebody registers the agency that they work for. */
export function JoinPage({ frame, staff, typed, problems }: JoinProps) {
  const { language } = frame;
  const t = agenciesTexts.in(language);
  const say = (message: AgencyMessage) => agencyMessage(message, language);
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
        <TextField
          language={language}
          name="number"
          label={t('number')}
          hint={t('numberHint')}
          value={typed.text('number')}
          error={at('number')}
          inputmode="numeric"
          autocomplete="off"
        />
        <NameFields language={language} typed={typed} error={at} />
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
          <LinkButton href="/join" look="quiet">
            {t('otherNumber')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  RadioGroup,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { Problems } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { DOCUMENT_TYPES, type PresentedProblem, type RegistrationProblem } from './registration-rules.js';
import { registrationTexts } from './registration.texts.js';

export interface PresentProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly office: string;
  readonly typed?: Readonly<Record<string, string>>;
  readonly problems?: Problems<PresentedProblem>;
  readonly refused?: 'unknown' | 'deceased' | 'unavailable' | RegistrationProblem;
}

/** Document and number of who stands at the counter. */
export function PresentPage({
  frame,
  staff,
  office,
  typed = {},
  problems = new Problems(),
  refused,
}: PresentProps) {
  const { language } = frame;
  const t = registrationTexts.in(language);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  const common = { language, autocomplete: 'off' } as const;
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="registration"
      title={t('presentTitle')}
      problem={problems.any || refused !== undefined}
    >
      <h1>{t('presentTitle')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => t(problem))} />
      {refused !== undefined && (
        <Notice kind="problem">
          <p data-refused={refused}>{t(refused === 'deceased' ? 'deceasedPerson' : refused)}</p>
        </Notice>
      )}
      <p class="lead">{t('presentLead')}</p>
      <Form frame={frame} action={`/registration/offices/${office}/new`}>
        <TextField
          {...common}
          name="number"
          label={t('number')}
          value={typed.number}
          error={at('number')}
          inputmode="numeric"
        />
        <RadioGroup
          language={language}
          name="documentType"
          label={t('document')}
          value={typed.documentType}
          error={at('documentType')}
          options={DOCUMENT_TYPES.map((type) => ({ value: type, label: t(type) }))}
        />
        <TextField
          {...common}
          name="country"
          label={t('country')}
          hint={t('countryHint')}
          value={typed.country}
          error={at('country')}
        />
        <TextField
          {...common}
          name="documentNumber"
          label={t('documentNumber')}
          value={typed.documentNumber}
          error={at('documentNumber')}
        />
        <TextField
          {...common}
          name="expiry"
          type="date"
          label={t('expiry')}
          value={typed.expiry}
          error={at('expiry')}
        />
        <Buttons>
          <Button>{t('lookUp')}</Button>
          <LinkButton href={`/registration/offices/${office}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

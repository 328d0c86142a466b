import { LANGUAGES } from '#libs/kernel';
import {
  Button,
  Buttons,
  CheckboxField,
  ErrorSummary,
  Form,
  LANGUAGE_NAMES,
  LinkButton,
  Notice,
  RadioGroup,
  SummaryList,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import type { Draft } from './drafts.store.js';
import type { ConfirmedProblem, RegistrationProblem } from './registration-rules.js';
import { registrationTexts } from './registration.texts.js';

export interface CompareProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
  readonly draft: Pick<Draft, 'identity' | 'maskedNumber' | 'document' | 'office'>;
  /** How many keys the person has here that this registration would end. */
  readonly keys: number;
  readonly typed?: Typed;
  readonly problems?: Problems<ConfirmedProblem>;
  readonly refused?: RegistrationProblem;
}

/** What the register says, beside the document in the officer's hand. */
export function ComparePage(props: CompareProps) {
  const { frame, staff, id, draft, keys, typed = Typed.of({}), problems = new Problems(), refused } = props;
  const { language } = frame;
  const t = registrationTexts.in(language);
  const at = (field: string) => {
    const problem = problems.at(field);
    return problem && t(problem);
  };
  const box = (name: 'namesCompared' | 'faceCompared' | 'replaceLost') => (
    <CheckboxField
      language={language}
      name={name}
      label={t(name)}
      checked={typed.ticked(name)}
      error={at(name)}
    />
  );
  return (
    <AdminPage
      frame={frame}
      staff={staff}
      section="registration"
      title={t('compareTitle')}
      problem={problems.any || refused !== undefined}
    >
      <h1>{t('compareTitle')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => t(problem))} />
      {refused !== undefined && (
        <Notice kind="problem">
          <p data-refused={refused}>{t(refused)}</p>
        </Notice>
      )}
      <SummaryList
        items={[
          { label: t('surname'), value: draft.identity.surname },
          { label: t('givenName'), value: draft.identity.givenName },
          { label: t('number'), value: draft.maskedNumber },
          { label: t('document'), value: `${t(draft.document.type)} (${draft.document.country})` },
        ]}
      />
      <Form frame={frame} action={`/registration/drafts/${id}`}>
        {box('namesCompared')}
        {box('faceCompared')}
        {keys > 0 && (
          <>
            <Notice kind="warning">
              <p>{t('hasKeys', { count: keys })}</p>
            </Notice>
            {box('replaceLost')}
          </>
        )}
        <TextField
          language={language}
          name="mail"
          type="email"
          label={t('mail')}
          hint={t('mailHint')}
          value={typed.text('mail')}
          error={at('mail')}
          autocomplete="off"
        />
        <TextField
          language={language}
          name="mailAgain"
          type="email"
          label={t('mailAgain')}
          value={typed.text('mailAgain')}
          error={at('mailAgain')}
          autocomplete="off"
        />
        <RadioGroup
          language={language}
          name="language"
          label={t('language')}
          value={typed.text('language')}
          error={at('language')}
          options={LANGUAGES.map((one) => ({ value: one, label: LANGUAGE_NAMES[one] }))}
        />
        <Buttons>
          <Button>{t('register')}</Button>
          <LinkButton href={`/registration/offices/${draft.office}`} look="quiet">
            {t('cancel')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

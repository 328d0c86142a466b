import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  RadioGroup,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { Problems, Typed } from '../frame/form/typed.js';
import type { StaffView } from '../frame/staff-view.js';
import { peopleTexts } from '../service-desk/people/people.texts.js';
import { SEARCH_WAYS } from '../service-desk/people/person-search.js';
import { auditSearchTexts } from './audit-search.texts.js';
import { errorAt, say, WhenFields, WhyFields, type AnyProblem } from './search-fields.js';

export interface PeopleSearchProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<AnyProblem>;
}

/** Asks about whom records are read, and why. */
export function PeopleSearchPage({ frame, staff, typed, problems }: PeopleSearchProps) {
  const { language } = frame;
  const t = auditSearchTexts.in(language);
  const person = peopleTexts.in(language);
  const fields = { language, typed, problems };
  return (
    <AdminPage frame={frame} staff={staff} section="audit" title={t('peopleTitle')} problem={problems.any}>
      <h1>{t('peopleTitle')}</h1>
      <ErrorSummary language={language} problems={problems.all((problem) => say(problem, language))} />
      <p class="lead">{t('peopleLead')}</p>
      <Form frame={frame} action="/audit/people">
        <RadioGroup
          language={language}
          name="by"
          label={person('by')}
          value={typed.text('by')}
          error={errorAt(fields, 'by')}
          options={SEARCH_WAYS.map((way) => ({ value: way, label: person(way) }))}
        />
        <TextField
          language={language}
          name="value"
          label={person('value')}
          value={typed.text('value')}
          error={errorAt(fields, 'value')}
          autocomplete="off"
          autocapitalize="none"
        />
        <TextField
          language={language}
          name="birthDate"
          type="date"
          label={person('birthDate')}
          hint={person('birthDateHint')}
          value={typed.text('birthDate')}
          error={errorAt(fields, 'birthDate')}
          optional
        />
        <WhenFields {...fields} />
        <WhyFields {...fields} />
        <Buttons>
          <Button>{t('find')}</Button>
          <LinkButton href="/audit" look="quiet">
            {t('back')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

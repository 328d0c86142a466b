import { COMPONENT_NAMES, componentTexts, IMPACTS, impactTexts } from '#libs/operations';
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  RadioGroup,
  SelectField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import type { Problems, Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { FourLanguages } from '../../frame/form/four-languages.js';
import { incidentPageTexts } from './incidents.texts.js';
import type { ReportMessage } from './reporting.js';

export interface ReportProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<ReportMessage>;
}

/** What probes do not see, a person reports. */
export function ReportPage({ frame, staff, typed, problems }: ReportProps) {
  const { language } = frame;
  const t = incidentPageTexts.in(language);
  const [components, impacts] = [componentTexts.in(language), impactTexts.in(language)];
  const errorAt = (name: string) => {
    const message = problems.at(name);
    return message && t(message);
  };
  const field = (name: string) => ({ language, name, error: errorAt(name) });
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('report')} problem={problems.any}>
      <h1>{t('report')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <p>{t('publicHint')}</p>
      <Form frame={frame} action="/operations/incidents/new">
        <SelectField
          {...field('component')}
          label={t('what')}
          options={[
            { value: '', label: '–' },
            ...COMPONENT_NAMES.map((value) => ({ value, label: components(value) })),
          ]}
          value={typed.text('component')}
        />
        <RadioGroup
          {...field('impact')}
          label={t('impact')}
          options={IMPACTS.map((value) => ({ value, label: impacts(value) }))}
          value={typed.oneOf('impact', IMPACTS) ?? 'outage'}
        />
        <TextField
          {...field('start')}
          label={t('start')}
          hint={t('startHint')}
          value={typed.text('start')}
          optional
        />
        <FourLanguages
          {...{ language, typed }}
          name="text"
          label={(one) => t('words', { language: one })}
          rows={3}
          error={errorAt}
        />
        <Buttons>
          <Button>{t('send')}</Button>
          <LinkButton href="/operations/incidents" look="quiet">
            {t('back')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

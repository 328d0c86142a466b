import { COMPONENT_NAMES, componentTexts, IMPACTS, impactTexts } from '#libs/operations';
import {
  Button,
  Buttons,
  CheckboxGroup,
  ErrorSummary,
  Form,
  LinkButton,
  RadioGroup,
  TextAreaField,
  TextField,
  type PageFrame,
} from '#libs/ui';
import { AdminPage } from '../../frame/admin-page.js';
import { Problems, type Typed } from '../../frame/form/typed.js';
import type { StaffView } from '../../frame/staff-view.js';
import { FourLanguages } from '../../frame/form/four-languages.js';
import { maintenanceTexts } from './maintenance.texts.js';
import type { PlanMessage } from './planning.js';

export interface PlanProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly typed: Typed;
  readonly problems: Problems<PlanMessage>;
  readonly leadDays: number;
}

/** Everything that contacts are told, in one form. */
export function PlanPage({ frame, staff, typed, problems, leadDays }: PlanProps) {
  const { language } = frame;
  const t = maintenanceTexts.in(language);
  const [components, impacts] = [componentTexts.in(language), impactTexts.in(language)];
  const field = (name: string) => {
    const message = problems.at(name);
    return { language, name, error: message && t(message) };
  };
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t('plan')} problem={problems.any}>
      <h1>{t('plan')}</h1>
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <Form frame={frame} action="/operations/maintenance/new">
        <CheckboxGroup
          {...field('components')}
          label={t('what')}
          options={COMPONENT_NAMES.map((value) => ({ value, label: components(value) }))}
          values={typed.chosen('components', COMPONENT_NAMES)}
        />
        <TextField {...field('start')} label={t('start')} hint={t('startHint')} value={typed.text('start')} />
        <TextField {...field('minutes')} label={t('minutes')} value={typed.text('minutes')} />
        <RadioGroup
          {...field('impact')}
          label={t('impact')}
          options={IMPACTS.map((value) => ({ value, label: impacts(value) }))}
          value={typed.oneOf('impact', IMPACTS) ?? 'outage'}
        />
        <FourLanguages
          {...{ language, typed }}
          name="reason"
          label={(one) => t('reason', { language: one })}
          rows={2}
          error={(name) => field(name).error}
        />
        <TextAreaField
          {...field('lateReason')}
          label={t('lateReason', { days: leadDays })}
          hint={t('lateHint')}
          rows={2}
          value={typed.text('lateReason')}
          prose
          optional
        />
        <Buttons>
          <Button>{t('send')}</Button>
          <LinkButton href="/operations/maintenance" look="quiet">
            {t('back')}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

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
  /** The window that is changed; absent when one is planned. */
  readonly changes?: string;
}

/** Everything that contacts are told, in one form. */
export function PlanPage({ frame, staff, typed, problems, leadDays, changes }: PlanProps) {
  const { language } = frame;
  const t = maintenanceTexts.in(language);
  const [components, impacts] = [componentTexts.in(language), impactTexts.in(language)];
  const { title, back, action, send, leave } = wordsOf(changes);
  const field = (name: string) => {
    const message = problems.at(name);
    return { language, name, error: message && t(message) };
  };
  return (
    <AdminPage frame={frame} staff={staff} section="operations" title={t(title)} problem={problems.any}>
      <h1>{t(title)}</h1>
      {changes !== undefined && <p class="lead">{t('changeLead', { days: leadDays })}</p>}
      <ErrorSummary language={language} problems={problems.all((message) => t(message))} />
      <Form frame={frame} action={action}>
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
        {changes === undefined && (
          <TextAreaField
            {...field('lateReason')}
            label={t('lateReason', { days: leadDays })}
            hint={t('lateHint')}
            rows={2}
            value={typed.text('lateReason')}
            prose
            optional
          />
        )}
        <Buttons>
          <Button>{t(send)}</Button>
          <LinkButton href={back} look="quiet">
            {t(leave)}
          </LinkButton>
        </Buttons>
      </Form>
    </AdminPage>
  );
}

/** Where the form leads, and what its parts are called. */
function wordsOf(changes: string | undefined) {
  const list = '/operations/maintenance';
  if (changes === undefined)
    return { title: 'plan', back: list, action: `${list}/new`, send: 'send', leave: 'back' } as const;
  const back = `${list}/${changes}`;
  return { title: 'changePlan', back, action: `${back}/change`, send: 'sendChange', leave: 'keep' } as const;
}

import type { Language } from '#libs/kernel';
import { formatList } from '#libs/texts';
import { Buttons, LinkButton, Notice, type PageFrame } from '#libs/ui';
import { AdminPage } from '../frame/admin-page.js';
import type { StaffView } from '../frame/staff-view.js';
import { refusedStepTexts } from './refused-step.texts.js';
import { servicePageTexts } from './service-page.texts.js';
import type { EditOutcome } from './service-editing.js';
import type { StepOutcome } from './services.service.js';

export interface RefusedStepProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly id: string;
  readonly outcome: Exclude<StepOutcome | EditOutcome, { kind: 'moved' | 'asked' | 'saved' | 'requested' }>;
}

/** Why a step was not made, and the way back to the checklist. */
export function RefusedStepPage({ frame, staff, id, outcome }: RefusedStepProps) {
  const { language } = frame;
  const t = servicePageTexts.in(language);
  const message = messageOf(outcome, language);
  return (
    <AdminPage frame={frame} staff={staff} section="agencies" title={t('refusedTitle')} problem>
      <h1>{t('refusedTitle')}</h1>
      <Notice kind="problem">
        <p>{message}</p>
      </Notice>
      <Buttons>
        <LinkButton href={`/services/${id}`}>{t('back')}</LinkButton>
      </Buttons>
    </AdminPage>
  );
}

function messageOf(outcome: RefusedStepProps['outcome'], language: Language): string {
  const t = servicePageTexts.in(language);
  switch (outcome.kind) {
    case 'missing':
      return t('notYet', {
        items: formatList(
          outcome.items.map((item) => t(item)),
          language,
        ),
      });
    case 'cannot':
      return t('cannot', { problem: outcome.problem });
    case 'waiting':
      return t('waits');
    case 'stale':
      return refusedStepTexts.in(language)('stale');
    case 'not-now':
      return t('notNow');
  }
}

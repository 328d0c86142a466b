import type { Application } from '#libs/agencies';
import type { PageFrame } from '#libs/ui';
import { ConfirmPage } from '../../frame/form/confirm.page.js';
import type { ReasonProblem } from '../../frame/form/reason.js';
import type { StaffView } from '../../frame/staff-view.js';
import { trailParameters, type TrailQuery } from './trail-query.js';
import { trailTexts } from './trail.texts.js';

export interface ProofProps {
  readonly frame: PageFrame;
  readonly staff: StaffView;
  readonly application: Pick<Application, 'id'>;
  readonly query: TrailQuery;
  /** address of the public keys */
  readonly keys: string;
  readonly reason?: string;
  readonly problem?: ReasonProblem;
}

/** Asks why, before a file leaves that names people by their pseudonym. */
export function ProofPage({ frame, staff, application, query, keys, reason, problem }: ProofProps) {
  const t = trailTexts.in(frame.language);
  const path = `/reports/${application.id}/trail`;
  return (
    <ConfirmPage
      frame={frame}
      staff={staff}
      section="reports"
      title={t('proofTitle')}
      action={`${path}/proof`}
      button={t('proofButton')}
      back={`${path}?${trailParameters(query)}`}
      fields={Object.fromEntries(new URLSearchParams(trailParameters(query)))}
      {...{ reason, problem }}
    >
      <p class="lead">{t('proofAbout')}</p>
      <p>{t('proofHow', { address: keys })}</p>
    </ConfirmPage>
  );
}

import type { FastifyRequest } from 'fastify';
import type { ApplicationEnvironment, Authorisation } from '#libs/agencies';
import { pageFrame } from '#libs/http';
import { renderPage } from '#libs/ui';
import type { Problems, Typed } from '../frame/form/typed.js';
import { staffView } from '../frame/staff-view.js';
import type { DossierMessage } from './dossier/dossier-form.js';
import type { Dossier } from './dossier/dossier.js';
import type { SettingsMessage } from './dossier/settings-form.js';
import { ChangeRequestedPage } from './change-requested.page.js';
import { EditServicePage } from './edit-service.page.js';
import { RefusedStepPage } from './refused-step.page.js';
import { isAdmitted, isInUse, type EditOutcome } from './service-editing.js';
import { ServiceSettingsPage } from './service-settings.page.js';

const common = (request: FastifyRequest) => ({ frame: pageFrame(request), staff: staffView(request) });

export interface EditView {
  readonly dossier: Dossier;
  readonly bases: readonly Authorisation[];
  readonly typed: Typed;
  readonly problems: Problems<DossierMessage>;
}

export const editPage = (request: FastifyRequest, { dossier, ...view }: EditView): string =>
  renderPage(
    <EditServicePage {...common(request)} id={dossier.id} asksReason={isInUse(dossier)} {...view} />,
  );

export interface SettingsView {
  readonly dossier: Dossier;
  readonly environment: ApplicationEnvironment;
  readonly typed: Typed;
  readonly problems: Problems<SettingsMessage>;
}

export const settingsPage = (request: FastifyRequest, { dossier, ...view }: SettingsView): string =>
  renderPage(
    <ServiceSettingsPage
      {...common(request)}
      id={dossier.id}
      asksReason={isAdmitted(dossier, view.environment)}
      {...view}
    />,
  );

/** What came of a change that was not simply saved. */
export function outcomePage(
  request: FastifyRequest,
  { id }: Dossier,
  outcome: Exclude<EditOutcome, { kind: 'saved' }>,
): string {
  if (outcome.kind === 'requested') return renderPage(<ChangeRequestedPage {...common(request)} id={id} />);
  return renderPage(<RefusedStepPage {...common(request)} id={id} outcome={outcome} />);
}

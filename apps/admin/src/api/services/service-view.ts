import { CONTACT_ROLES, type ApplicationEnvironment, type Contacts } from '#libs/agencies';
import type { ChangeRequest } from '../../approvals/change-request.js';
import { missingToSubmit, nextStep, type ChecklistLine } from '../../applications/dossier/checklist.js';
import { clientIdOf } from '../../applications/dossier/client-id.js';
import { ENVIRONMENTS, type Dossier, type DossierEnvironment } from '../../applications/dossier/dossier.js';
import type { SelfTest } from '../../applications/self-test.js';
import { actionsFor } from '../../applications/service-actions.js';
import { connectable } from '../../applications/service-editing.js';
import type { ChecklistShape, RequestShape, ServiceShape } from './service.shapes.js';

/** A service as programs read it. */
export function serviceView(dossier: Dossier): ServiceShape {
  const { id, state, heldState, suspension, details, environments, createdAt, updatedAt } = dossier;
  const places = ENVIRONMENTS.flatMap((name) => {
    const place = environments[name];
    return place === undefined ? [] : [[name, environmentView(id, name, place)] as const];
  });
  return {
    id,
    state,
    ...(heldState !== undefined && { heldState }),
    ...(suspension && { suspension: { since: suspension.since.toISOString(), reason: suspension.reason } }),
    description: details,
    environments: Object.fromEntries(places),
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

function environmentView(service: string, name: ApplicationEnvironment, place: DossierEnvironment) {
  const { settings, application } = place;
  const active = application !== undefined;
  return {
    ...(settings && { settings: { ...settings } }),
    ...(active && { application }),
    ...(active && settings?.protocol === 'oidc' && { clientId: clientIdOf(service, name) }),
  };
}

/** What is done, what is missing, and whose turn it is. */
export function checklistView(
  dossier: Dossier,
  lines: readonly ChecklistLine[],
  { done }: SelfTest,
): ChecklistShape {
  const next = nextStep(lines);
  return {
    state: dossier.state,
    lines: lines.map((line) => ({ ...line })),
    missing: missingToSubmit(lines),
    ...(next && { next: { ...next } }),
    selfTest: { signedIn: done['signed-in'], refused: done.refused },
    steps: actionsFor(dossier, { manages: true, stops: true }),
    connectable: [...connectable(dossier, true)],
  };
}

/** A change that waits, or waited, for a second person. Who that was is not told. */
export const requestView = (request: ChangeRequest, title: string): RequestShape => ({
  id: request.id,
  kind: request.kind,
  service: request.subject,
  title,
  state: request.state,
  aspects: [...request.aspects],
  reason: request.reason,
  requestedAt: request.requestedAt.toISOString(),
  expiresAt: request.expiresAt.toISOString(),
  // A person is not named; a program of the agency is.
  ...(request.responsible !== undefined && { program: request.requestedBy }),
  ...(request.decidedAt && { decidedAt: request.decidedAt.toISOString() }),
  ...(request.decisionReason !== undefined && { decisionReason: request.decisionReason }),
});

/** In a fixed order, since their version is made of it. */
export const contactsView = (contacts: Contacts): Contacts =>
  Object.fromEntries(
    CONTACT_ROLES.flatMap((role) => (contacts[role] === undefined ? [] : [[role, contacts[role]]])),
  );

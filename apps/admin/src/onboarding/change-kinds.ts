import { agencyKind } from '../agencies/agency-kind.js';
import { agencyPersonKind } from '../agencies/people/agency-role.js';
import { authorisationKind } from '../agencies/authorisation-kind.js';
import { acceptanceKind, productionKind, reviewKind } from '../applications/dossier/dossier-kinds.js';
import { serviceChangeKind } from '../applications/dossier/service-change.js';
import { serviceRestoreKind, serviceResumeKind } from '../applications/dossier/service-use.js';
import type { ChangeKind } from '../approvals/change-kind.js';

/** What of an agency's road into use takes two people. */
export const onboardingKinds: readonly ChangeKind[] = [
  agencyKind,
  agencyPersonKind,
  authorisationKind,
  reviewKind,
  acceptanceKind,
  productionKind,
  serviceChangeKind,
  serviceResumeKind,
  serviceRestoreKind,
];

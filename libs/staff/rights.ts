import type { EnterpriseNumber } from '#libs/kernel';
import type { StaffRole, StaffScope } from './roles.js';

/** What a route of the administration can demand. What no role holds, nobody may. */
export const RIGHTS = [
  'agency.read',
  'agency.manage',
  'agency.sign',
  'agency.audit',
  'agency.documents',
  'agency.suspend',
  'application.read',
  'application.manage',
  'application.maintain',
  'application.suspend',
  'report.read',
  'request.read',
  'request.submit',
  'request.decide',
  'person.read',
  'person.help',
  'registration.read',
  'registration.enrol',
  'registration.appoint',
  'registration.manage',
  'operations.read',
  'operations.manage',
  'staff.read',
  'staff.manage',
  'audit.read',
  'person.audit',
] as const;

export type Right = (typeof RIGHTS)[number];

const SERVICE_DESK: readonly Right[] = [
  'agency.read',
  'agency.documents',
  'agency.suspend',
  'application.read',
  'application.maintain',
  'application.suspend',
  'report.read',
  'request.read',
  'request.submit',
  'person.read',
  'person.help',
  'registration.read',
];

/** The one table of who may what. */
export const RIGHTS_OF: Readonly<Record<StaffRole, readonly Right[]>> = {
  'agency-manager': [
    'agency.read',
    'agency.manage',
    'agency.audit',
    'agency.documents',
    'application.read',
    'application.manage',
    'application.maintain',
    'application.suspend',
    'report.read',
  ],
  'agency-signatory': ['agency.read', 'agency.sign', 'application.read', 'report.read'],
  'agency-integrator': [
    'agency.read',
    'application.read',
    'application.manage',
    'application.maintain',
    'report.read',
  ],
  'service-desk': SERVICE_DESK,
  'service-desk-approver': [...SERVICE_DESK, 'request.decide'],
  operations: [
    'operations.read',
    'operations.manage',
    'staff.read',
    'staff.manage',
    'agency.read',
    'application.read',
    'report.read',
    'registration.manage',
    // What was recorded, but not about whom: that is for auditors.
    'audit.read',
  ],
  'lra-officer': ['registration.read', 'registration.enrol'],
  // Whoever appoints officers enrols nobody.
  'lra-manager': ['registration.read', 'registration.appoint'],
  auditor: [
    'audit.read',
    'person.audit',
    'agency.read',
    'agency.audit',
    'application.read',
    'report.read',
    'request.read',
    'registration.read',
    'operations.read',
    'staff.read',
  ],
};

/** A role that somebody holds. */
export interface HeldRole {
  readonly role: StaffRole;
  readonly scope: StaffScope;
}

/** Where a right may be used. */
export interface Reach {
  readonly everything: boolean;
  readonly agencies: ReadonlySet<EnterpriseNumber>;
  readonly offices: ReadonlySet<string>;
}

/** Whether any of the roles gives the right, wherever that may be. */
export const holdsRight = (held: readonly HeldRole[], right: Right): boolean =>
  held.some(({ role }) => RIGHTS_OF[role].includes(right));

/** Where the roles together let the right be used. */
export function reachOf(held: readonly HeldRole[], right: Right): Reach {
  const scopes = held.filter(({ role }) => RIGHTS_OF[role].includes(right)).map(({ scope }) => scope);
  return {
    everything: scopes.some(({ kind }) => kind === 'all'),
    agencies: new Set(scopes.flatMap((scope) => (scope.kind === 'agency' ? scope.agency : []))),
    offices: new Set(scopes.flatMap((scope) => (scope.kind === 'office' ? scope.office : []))),
  };
}

/** Whether a right with this reach may be used for this agency or office. */
export function reaches(reach: Reach, place: Exclude<StaffScope, { kind: 'all' }>): boolean {
  if (reach.everything) return true;
  return place.kind === 'agency' ? reach.agencies.has(place.agency) : reach.offices.has(place.office);
}

export const isRight = (value: string): value is Right => RIGHTS.some((right) => right === value);

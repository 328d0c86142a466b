import type { EnterpriseNumber } from '#libs/kernel';

/** What somebody may be in the administration. */
export const STAFF_ROLES = [
  'agency-manager',
  'agency-signatory',
  'agency-integrator',
  'service-desk',
  'service-desk-approver',
  'operations',
  'lra-officer',
  'lra-manager',
  'auditor',
] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** For what a role is held: the whole service, one agency, or one registration office. */
export type StaffScope =
  | { readonly kind: 'all' }
  | { readonly kind: 'agency'; readonly agency: EnterpriseNumber }
  | { readonly kind: 'office'; readonly office: string };

export type ScopeKind = StaffScope['kind'];

const SCOPE_OF: Readonly<Record<StaffRole, ScopeKind>> = {
  'agency-manager': 'agency',
  'agency-signatory': 'agency',
  'agency-integrator': 'agency',
  'service-desk': 'all',
  'service-desk-approver': 'all',
  operations: 'all',
  'lra-officer': 'office',
  'lra-manager': 'office',
  auditor: 'all',
};

/** The kind of scope that a role is always held for. */
export const scopeKindOf = (role: StaffRole): ScopeKind => SCOPE_OF[role];

export const isStaffRole = (value: unknown): value is StaffRole => STAFF_ROLES.some((role) => role === value);

export {
  holdsRight,
  isRight,
  reaches,
  reachOf,
  RIGHTS,
  RIGHTS_OF,
  type HeldRole,
  type Reach,
  type Right,
} from './rights.js';
export {
  isStaffRole,
  scopeKindOf,
  STAFF_ROLES,
  type ScopeKind,
  type StaffRole,
  type StaffScope,
} from './roles.js';
export { staffMigrations } from './staff.migrations.js';
export { StaffStore, type Assignment, type NewAssignment } from './staff.store.js';
export { officesMigrations } from './offices.migrations.js';
export { OfficesStore, type RegistrationOffice } from './offices.store.js';

export {
  allAuditEvents,
  defineAuditEvent,
  type AuditData,
  type AuditEvent,
  type AuditFields,
  type FieldType,
  type Retention,
} from './audit-event.js';
export { AuditReader, ensureAuditPartitions, type AuditRecord } from './audit-reader.js';
export {
  AuditUnavailableError,
  AuditWriter,
  type AuditEntry,
  type AuditWriterOptions,
} from './audit-writer.js';
export { auditMigrations } from './audit.migrations.js';
export { AuditContentError, holdsIdentity } from './content-guard.js';
export { maskAddress } from './mask-address.js';

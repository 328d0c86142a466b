export {
  allAuditEvents,
  defineAuditEvent,
  isPersonal,
  type AuditData,
  type AuditEvent,
  type AuditFields,
  type FieldType,
  type Retention,
} from './audit-event.js';
export { AuditReader, ensureAuditPartitions, type AuditRecord, type AuditSearch } from './audit-reader.js';
export { AuditUnavailableError } from './audit-unavailable.js';
export { AuditWriter, type AuditWriterOptions } from './audit-writer.js';
export type { AuditEntry, LaterRecord } from './draft-record.js';
export { RecordKeys, type RecordKeysOptions } from './record-keys/record-keys.js';
export { measureRefusals } from './refusals.js';
export { auditMigrations } from './audit.migrations.js';
export { AuditContentError, holdsIdentity } from './content-guard.js';
export type { Change, RecordedChange } from './recorded-change.js';
export { maskAddress } from './mask-address.js';
export { RecordsDestroyed } from './records-destroyed.audit.js';
export { RecordsExported } from './records-exported.audit.js';
export { recordRejections } from './rejections/record-rejections.js';
export {
  readCheckpoint,
  signCheckpoint,
  type CheckpointOutcome,
  type CheckpointSigner,
} from './sealing/checkpoint.js';
export {
  checkExport,
  exportWithProof,
  readExport,
  type AuditExport,
  type ExportOutcome,
} from './sealing/export.js';
export { lastCheckpoints, type LastCheckpoint } from './sealing/last-checkpoints.js';
export { forgetAudit, type RetentionPeriods } from './sealing/forget.js';
export type { Checkpoint } from './sealing/seal.js';
export { Sealer, type SealerOptions } from './sealing/sealer.js';
export { verifyAudit, type ChainReport, type Flaw, type VerifyOptions } from './sealing/verify.js';

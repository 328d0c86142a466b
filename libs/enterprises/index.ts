export { EnterprisesStore, type EnterpriseRecord, type EstablishmentRecord } from './enterprises.store.js';
export {
  importKbo,
  type ImportOptions,
  type ImportOutcome,
  type ImportProgress,
} from './kbo-import/import-kbo.js';
export { ImportsStore, type KboImport } from './kbo-import/imports.store.js';

export { databaseChecks } from './checks.js';
export { Database, type TransactionOptions } from './database.js';
export type { DatabaseOptions } from './database-options.js';
export { isLostConnection } from './lost-connection.js';
export type { Queryable } from './queryable.js';
export type { StatementObserver } from './statements.js';
export { migration, type MigrationClass, type MigrationStatements } from './migration.js';
export { migrateDatabase } from './migrate.js';
export { databaseMigrations } from './roles.migrations.js';
export {
  addColumn,
  APP_ROLES,
  column,
  grant,
  schema,
  table,
  type AppRole,
  type Column,
  type Sensitivity,
} from './table.js';

export { agenciesMigrations } from './agencies.migrations.js';
export { AgenciesStore, type Agency, type RegisteredAgency } from './agencies.store.js';
export type {
  Application,
  ApplicationAttribute,
  ApplicationEnvironment,
  ApplicationState,
  Authorisation,
  LegalBasis,
  LegalBasisKind,
  OidcSettings,
  SamlSettings,
  TokenEndpointAuthMethod,
} from './application.js';
export { ApplicationsStore, type NewApplication } from './applications.store.js';
export { parseAgencyFile } from './agency-file.js';
export { ApplicationFile, parseApplicationFile } from './application-file.js';
export type { FileOutcome } from './file-format.js';
export { registerApplication, type RegisterOutcome, type RegisterRefused } from './register-application.js';

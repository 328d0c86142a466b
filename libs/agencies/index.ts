export { agenciesMigrations } from './agencies.migrations.js';
export { AgenciesStore, type Agency } from './agencies.store.js';
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
export { ApplicationFile, parseApplicationFile, type ApplicationFileOutcome } from './application-file.js';
export { registerApplication, type RegisterOutcome } from './register-application.js';

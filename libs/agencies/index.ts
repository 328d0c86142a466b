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
  SamlSettings,
} from './application.js';
export { isHighProfile, sectorOf } from './oidc-settings.js';
export type {
  CertificateSubject,
  OidcSettings,
  SigningAlgorithmName,
  TokenEndpointAuthMethod,
} from './oidc-settings.js';
export { ApplicationsStore, type NewApplication } from './applications.store.js';
export { parseAgencyFile } from './agency-file.js';
export { ApplicationFile, parseApplicationFile } from './application-file.js';
export type { FileOutcome } from './file-format.js';
export { registerApplication, type RegisterOutcome, type RegisterRefused } from './register-application.js';

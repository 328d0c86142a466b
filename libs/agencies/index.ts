export { agenciesMigrations } from './agencies.migrations.js';
export { AgenciesStore, type Agency, type RegisteredAgency, type Suspension } from './agencies.store.js';
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
export { isHighProfile, secretHashesAt, sectorOf } from './oidc-settings.js';
export type {
  CertificateSubject,
  OidcSettings,
  SigningAlgorithmName,
  TokenEndpointAuthMethod,
} from './oidc-settings.js';
export { ApplicationsStore, type NewApplication } from './applications.store.js';
export {
  acceptMetadata,
  type AcceptOutcome,
  type MetadataDemands,
  type MetadataMoment,
  type MetadataRefusal,
} from './metadata-source/accept-metadata.js';
export { certificatesOf, warningFor } from './metadata-source/certificates.js';
export {
  fetchMetadata,
  type FetchLimits,
  type FetchOutcome,
  type FetchRefusal,
} from './metadata-source/fetch-metadata.js';
export {
  CertificateEndsSoon,
  MetadataRefreshed,
  MetadataRefreshFailed,
} from './metadata-source/metadata-source.audit.js';
export {
  MetadataRefreshStore,
  type DueRefresh,
  type RefreshStanding,
} from './metadata-source/metadata-refresh.store.js';
export { nextAfterFailure, nextAfterSuccess, type RefreshPace } from './metadata-source/next-refresh.js';
export { readSigner, type SignerOutcome } from './metadata-source/signer.js';
export { ServiceCertificatesStore } from './metadata-source/service-certificates.store.js';
export { parseAgencyFile } from './agency-file.js';
export { ApplicationFile, parseApplicationFile } from './application-file.js';
export type { FileOutcome } from './file-format.js';
export {
  amendApplication,
  registerApplication,
  type RegisterOutcome,
  type RegisterRefused,
} from './register-application.js';
export {
  CONTACT_ROLES,
  ServiceContacts,
  type ContactRole,
  type Contacts,
  type ContactsOfService,
  type ServiceContact,
} from './contacts/service-contacts.js';
export {
  AUTHORISATION_REMINDERS,
  EndingAuthorisations,
  type EndingAuthorisation,
} from './authorisation-end/ending-authorisations.js';
export {
  administrationAudience,
  API_RIGHTS,
  apiClientState,
  type ApiClient,
  type ApiClientProof,
  type ApiClientState,
  type ApiRight,
} from './api-clients/api-client.js';
export { ApiClientsStore, type NewApiClient } from './api-clients/api-clients.store.js';

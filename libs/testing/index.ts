export {
  DEMO_AGENCY,
  DEMO_OFFICE,
  DEMO_OIDC_CLIENT_ID,
  DEMO_OIDC_SCOPES,
  demoApplications,
  type DemoApplication,
} from './demo-applications.js';
export {
  CARD_AUTHORITIES,
  cardStatusAddresses,
  makeCardAuthorities,
  makeResponder,
  type CardAuthorities,
  type CardAuthorityName,
} from './card-authority/authorities.js';
export { cardSubject, makeCard, type CardHolder, type CardOrder } from './card-authority/card.js';
export {
  cardRegister,
  cardWorldFolder,
  ensureCardWorld,
  P12_PASSWORD,
  readIssued,
  type RegisteredCard,
} from './card-authority/card-world.js';
export { certificateName, REGISTERED_CERTIFICATES } from './card-authority/demo-cards.js';
export {
  makePersonalCertificate,
  PERSONAL_POLICY,
  type PersonalCertificateOrder,
} from './card-authority/personal-certificate.js';
export { certificateRevocationList, type CrlOrder } from './card-authority/crl.js';
export { issue, type Issued, type Order as CertificateOrder } from './card-authority/issue.js';
export {
  OCSP_ERRORS,
  ocspAnswer,
  ocspError,
  readOcspQuestion,
  type CardStatus,
  type OcspAnswerOptions,
  type OcspQuestion,
} from './card-authority/ocsp-answer.js';
export {
  ensureCardGateKeys,
  ensureEidasNodeKeys,
  ensureNationalRegisterKeys,
  ensureServiceProviderKeys,
  nationalRegisterFolder,
  type NationalRegisterKeys,
} from './demo-keys.js';
export {
  inventedEnterprises,
  writeFullExtract,
  writeUpdateExtract,
  type OpenDataEnterprise,
} from './open-data/open-data.js';
export { demoSeedFile, ensureDemoSeed } from './demo-seed.js';
export {
  SERVICE_PROVIDER_ATTRIBUTES,
  ensureServiceProvider,
  serviceProviderAddresses,
  serviceProviderMetadata,
  type ServiceProviderFiles,
} from './demo-service-provider.js';
export { DemoWorld, type DemoPerson, type DemoTokenCard } from './demo-world.js';
export type { Persona, PersonaAddress, PersonaFunction, PersonaRole } from './persona.js';
export { fullName, personas } from './personas.js';
export type { KeyFiles } from './self-signed.js';
export { totpCode, totpSecondsLeft } from './totp-code.js';
export { INVENTED_ENTERPRISES } from './enterprises.js';
export { ensureOpenData, ensureServiceBusSecret, SERVICE_BUS_CLIENT } from './demo-enterprises.js';
export { testDatabase, type TestDatabase } from './test-database.js';
export { hasRedis, testRedis, type TestRedis } from './test-redis.js';
export { FaultProxy, type ProxyMode } from './fault-proxy.js';
export { everyRecord, specAuditReader, specRecordKeys } from './record-keys.js';
export { tablesWith } from './text-in-database.js';

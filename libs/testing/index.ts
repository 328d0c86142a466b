export {
  DEMO_AGENCY,
  DEMO_OIDC_CLIENT_ID,
  DEMO_OIDC_SCOPES,
  demoApplications,
  type DemoApplication,
} from './demo-applications.js';
export {
  ensureNationalRegisterKeys,
  ensureServiceProviderKeys,
  nationalRegisterFolder,
  type NationalRegisterKeys,
} from './demo-keys.js';
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
export { INVENTED_ENTERPRISES } from './unusual-people.js';
export { testDatabase, type TestDatabase } from './test-database.js';

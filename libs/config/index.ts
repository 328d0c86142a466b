export { Config, type Environment } from './config.js';
export { meaningOf } from './documented.js';
export type { IdentityServiceSettings } from './identity-service-settings.js';
export type { RecognitionStatus, ServiceProtocol } from './recognised-service-settings.js';
export { listenersOf, type Listener, type Listeners } from './listeners.js';
export { ConfigurationError, loadConfig, validateConfig } from './load-config.js';
export { BisRegisterSettings, BusServiceSettings, SignedServiceSettings } from './source-settings.js';
export type { OperationsSettings, ProbeClient, ProbeService } from './operations-settings.js';

export { Config, type Environment } from './config.js';
export { meaningOf } from './documented.js';
export { ConfigurationError, loadConfig, validateConfig } from './load-config.js';

export type { DigitalKey, DigitalKeyState } from './digital-key.js';
export { digitalKeysMigrations } from './digital-keys.migrations.js';
export { DigitalKeysStore } from './digital-keys.store.js';
export { provableKeys, type DigitalKeyServices } from './register.js';
export type {
  FirstFactor,
  ProvableKey,
  ProveOutcome,
  ProveSituation,
  ProvingFor,
  ReturnSituation,
} from './prove.js';
export type { ProveAddresses } from './prove-frame.js';

export { PasswordService } from './password/password.service.js';
export { PasswordStore } from './password/password.store.js';
export { TotpService } from './totp/totp.service.js';
export { TotpStore } from './totp/totp.store.js';

export { passwordExamples } from './password/password.examples.js';
export { totpExamples } from './totp/totp.examples.js';

export { TokenStore } from './token/token.store.js';
export { tokenExamples } from './token/token.examples.js';

export { BlindIndex } from './blind-index.js';
export { callingNetwork } from './calling-network.js';
export { FieldCipher, FieldCipherError } from './field-cipher.js';
export {
  generateKeyMaterial,
  selfSignedCertificate,
  signatureParameters,
  type KeyAlgorithm,
  type KeyMaterial,
  type SigningAlgorithm,
} from './key-material.js';
export { MasterKey, masterKeyFromFile } from './master-key.js';
export {
  PasswordHasher,
  type PasswordCost,
  type PasswordHasherOptions,
  type PasswordOutcome,
} from './password-hasher.js';
export {
  checkPasswordRules,
  normalisePassword,
  type PasswordRefusal,
  type PasswordRulesContext,
  type PasswordRulesOutcome,
} from './password-rules.js';
export { PROBE_HEADER, ProbeMark } from './probe-mark.js';
export { randomPool } from './random-pool.js';
export { securityMigrations } from './security.migrations.js';
export { SigningKeyRing, type SigningKeyRingOptions } from './signing-key-ring.js';
export type { SigningKey, SigningKeyInfo, SigningKeyState, SigningKeyUse } from './signing-key.store.js';
export { Throttle, type ThrottleCount, type ThrottleOutcome } from './throttle.js';
export type { ThrottlePolicy } from './throttle-statements.js';
export { constantTimeEqual, hashToken, randomToken } from './tokens.js';
export { OverloadedError, WorkLimit } from './work-limit.js';

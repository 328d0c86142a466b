export {
  defineAttribute,
  LEGAL_BASIS_KINDS,
  type AttributeDefinition,
  type AttributeSourceName,
  type AttributeType,
  type Freshness,
  type LegalBasisKind,
} from './definition.js';
export {
  attributeNamed,
  attributeOfSamlName,
  ATTRIBUTES,
  attributesOfScopes,
  isAttributeName,
  type AttributeName,
} from './catalogue.js';
export {
  decideEntitlement,
  type Authorisation,
  type EntitledApplication,
  type EntitlementDecision,
  type EntitlementQuestion,
  type RefusalReason,
} from './entitlement.js';
export {
  ADMIN_KEYS_PATH,
  APS_AUDIENCE,
  APS_TOKEN_LIFETIME,
  APS_TOKEN_TYPE,
  MOST_ATTRIBUTES,
  parseAttributeAnswer,
  parseAttributeRequest,
  type ApsTokenClaims,
  type AttributeAnswer,
  type AttributeRequest,
  REGISTRATION_PURPOSE,
  type AttributeResult,
  type Parsed,
  type Trust,
  type UnavailableReason,
} from './contract.js';
export {
  ApsClient,
  type ApsCall,
  type ApsClientOptions,
  type ApsOutcome,
  type UnreachableReason,
} from './aps-client.js';
export { CircuitBreaker, type CircuitBreakerOptions, type CircuitState } from './circuit-breaker.js';

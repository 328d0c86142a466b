export {
  defineAttribute,
  LEGAL_BASIS_KINDS,
  type AttributeDefinition,
  type AttributeParameter,
  type AttributeSourceName,
  type AttributeType,
  type Freshness,
  type LegalBasisKind,
} from './definition.js';
export {
  attributeLabel,
  attributeNamed,
  attributeOfSamlName,
  ATTRIBUTES,
  attributesOfScopes,
  baseOf,
  isAttributeName,
  parameterOf,
  sourceOf,
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
  type Trust,
  type UnavailableReason,
} from './contract.js';
export {
  ApsClient,
  type ApsCall,
  type ApsClientOptions,
  type ApsOutcome,
  type EnterprisesOutcome,
  type Unreachable,
  type UnreachableReason,
} from './aps-client.js';
export { askedNames, isCovered, isInDossier } from './asked.js';
export { chosenIn, isSameChoice, type ChosenEnterprise } from './chosen-enterprise.js';
export {
  parseEnterprisesAnswer,
  parseEnterprisesRequest,
  type EnterpriseOption,
  type EnterprisesAnswer,
  type EnterprisesRequest,
  type Mandate,
} from './enterprises-contract.js';
export { oidcClaimsOf, rolesIn, samlValuesOf, type NamedValue, type Role } from './values.js';
export type { Parsed } from './parsed.js';
export { CircuitBreaker, type CircuitBreakerOptions, type CircuitState } from './circuit-breaker.js';

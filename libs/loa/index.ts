export { eidasOf, levelWord, type LevelWord } from './assurance.js';
export {
  SMARTCARD_PKI,
  formatClassReference,
  levelClass,
  parseClassReference,
  type ClassReference,
} from './class-reference.js';
export { decide, type Decision, type DecisionInput } from './decide.js';
export { defaultLoaPolicy } from './default-policy.js';
export { isFresh, type AuthenticationEvent, type Freshness } from './event.js';
export { LEVELS, isLevel, weaker, type Level } from './level.js';
export {
  offersFor,
  type ApplicationKeys,
  type KeyOffer,
  type OfferInput,
  type UnavailableReason,
} from './offers.js';
export { parseLoaPolicy, type LoaPolicyOutcome } from './parse-policy.js';
export {
  contextFloor,
  creditedLevel,
  keyLevel,
  keyPolicy,
  rankedKeys,
  withServices,
  type EnrolmentPolicy,
  type KeyPolicy,
  type LoaPolicy,
  type ServiceStrength,
} from './policy.js';
export {
  limitedToKeys,
  meets,
  weakestMeeting,
  type Achieved,
  type Alternative,
  type MeetsOutcome,
  type Requirement,
} from './requirement.js';
export { resolveRequirement, type RequirementInput, type RequirementOutcome } from './resolve-requirement.js';
export {
  COMPARISONS,
  CONTEXTS,
  EIDAS_LEVELS,
  ENROLMENTS,
  FACTORS,
  KEY_KIND_SHAPE,
  KEY_KINDS,
  METHOD_CLASSES,
  isKeyKind,
  isServiceKind,
  type BuiltInKind,
  type Comparison,
  type Context,
  type EidasLevel,
  type Enrolment,
  type Factor,
  type KeyKind,
  type MethodClass,
  type ServiceKind,
} from './words.js';

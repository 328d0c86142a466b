export {
  apiClientIdFrom,
  parseApiClientId,
  type Actor,
  type ApiClientId,
  type ApiClientIdOutcome,
} from './api-client-id.js';
export type { Brand } from './brand.js';
export { systemClock, type Clock } from './clock.js';
export { days, hours, minutes, seconds } from './duration.js';
export {
  enterpriseCheckDigits,
  formatEnterpriseNumber,
  formatVatNumber,
  parseEnterpriseNumber,
  type EnterpriseNumber,
  type EnterpriseNumberOutcome,
} from './enterprise-number.js';
export {
  formatEstablishmentNumber,
  parseEstablishmentNumber,
  type EstablishmentNumber,
  type EstablishmentNumberOutcome,
} from './establishment-number.js';
export { fedIdFromBytes, parseFedId, type FedId, type FedIdOutcome } from './fed-id.js';
export { frenchSpaces, typeset } from './french-spaces.js';
export { LANGUAGES, isLanguage, languageOfTag, type Language, type LocalisedText } from './language.js';
export { DEFAULT_LANGUAGE, negotiateLanguage, type LanguageWishes } from './negotiate-language.js';
export {
  SPECIMEN_NUMBER,
  parsePersonNumber,
  registerOf,
  type BisNumber,
  type NationalNumber,
  type PersonNumber,
  type PersonNumberOptions,
  type PersonNumberOutcome,
  type PersonNumberProblem,
  type PersonRegister,
  type Sex,
} from './person-number.js';
export { personNumberCheckDigits, type Century } from './person-number-century.js';
export { formatPersonNumber, maskPersonNumber } from './person-number-format.js';
export { version } from './version.js';

export { defineTexts } from './define-texts.js';
export type { TextArguments, TextDefinitions, Texts, Translate } from './define-texts.js';
export { fill, placeholdersOf } from './placeholders.js';
export type { Placeholder, TextParams } from './placeholders.js';
export { nameServices, serviceName } from './service-names.js';
export { allTexts } from './registry.js';
export type { RegisteredTexts } from './registry.js';
export {
  formatDate,
  formatDateTime,
  formatDuration,
  formatList,
  formatRegion,
  formatTime,
  labelled,
} from './format.js';

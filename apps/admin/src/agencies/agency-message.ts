import type { Language } from '#libs/kernel';
import type { AgencyMessage } from './agency-form.js';
import { agenciesTexts } from './agencies.texts.js';

/** What is wrong with a field of the registration, in words. */
export const agencyMessage = (message: AgencyMessage, language: Language): string =>
  agenciesTexts.in(language)(message === 'number' ? 'numberWrong' : message);

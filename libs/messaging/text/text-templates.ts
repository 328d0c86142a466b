import { accountAlertText } from './account-alert/account-alert.text.js';
import type { TextTemplate } from './text-template.js';

/** Every text message that goes through the outbox, for the worker (by name). */
export const textTemplates: readonly TextTemplate[] = [accountAlertText as TextTemplate];

import { codeKey, type CodeKeyServices } from '../one-time-code/code-key.js';
import type { ProvableKey } from '../prove.js';
import { emailChannel, type EmailChannelOptions } from './email.channel.js';
import { emailWords } from './email.words.js';

/** Username and password, then a code by mail (level 300). */
export const emailKey = (services: CodeKeyServices, options: EmailChannelOptions): ProvableKey =>
  codeKey(services, emailChannel(options), emailWords);

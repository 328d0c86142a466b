import { codeKey, type CodeKeyServices } from '../one-time-code/code-key.js';
import type { ProvableKey } from '../prove.js';
import { smsChannel, type SmsChannelOptions } from './sms.channel.js';
import { smsWords } from './sms.words.js';

/** Username and password, then a code by text message (level 400). */
export const smsKey = (services: CodeKeyServices, options: SmsChannelOptions): ProvableKey =>
  codeKey(services, smsChannel(options), smsWords);

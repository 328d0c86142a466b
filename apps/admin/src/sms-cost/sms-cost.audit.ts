import { defineAuditEvent } from '#libs/audit';

export const SmsPriceEntered = defineAuditEvent({
  name: 'SmsPriceEntered',
  retention: 'administration',
  meaning: 'An operator entered what a part of a text message costs from a month on.',
  fields: { validFrom: 'string', cents: 'number' },
});

export const SmsCapSet = defineAuditEvent({
  name: 'SmsCapSet',
  retention: 'administration',
  meaning: 'Somebody set how many text messages an application may send in a month before a mail goes out.',
  fields: { messages: 'number' },
});

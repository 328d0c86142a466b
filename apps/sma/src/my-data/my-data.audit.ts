import { defineAuditEvent } from '#libs/audit';

export const OwnDataDownloaded = defineAuditEvent({
  name: 'OwnDataDownloaded',
  retention: 'administration',
  meaning: 'A person downloaded everything that is kept about them (GDPR articles 15 and 20).',
  fields: { form: 'string' },
});

export const AccountErased = defineAuditEvent({
  name: 'AccountErased',
  retention: 'administration',
  meaning:
    'A person had their keys, contact data and numbers erased (GDPR article 17), and with them the key that says whose their records are; this record stays.',
  fields: { keys: 'number' },
});

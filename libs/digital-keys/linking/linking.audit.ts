import { defineAuditEvent } from '#libs/audit';

export const ProfileLinked = defineAuditEvent({
  name: 'ProfileLinked',
  retention: 'administration',
  meaning:
    'A person proved with a key of a real identity that a self-registered profile is theirs; of the two records one went up in the other.',
  fields: { journey: 'string', key: 'string', keyId: 'string', former: 'person' },
});

export const ProfileLinkDeclined = defineAuditEvent({
  name: 'ProfileLinkDeclined',
  retention: 'authentication',
  meaning:
    'A person proved who they are in a browser in which a self-registered profile was signed in, and said that it is not theirs, or it could not be linked; that profile was signed out here.',
  fields: { journey: 'string', key: 'string', reason: 'string' },
});

import { defineAuditEvent } from '#libs/audit';

/** Browser and system in two words, `firefox/windows`, so that a person knows their own sign-ins. */
const browser = { browser: 'string?' } as const;

export const SignInStarted = defineAuditEvent({
  name: 'SignInStarted',
  retention: 'authentication',
  meaning: 'A service sent a person to sign in, and a page was shown.',
  fields: { journey: 'string', protocol: 'string', minimum: 'number', context: 'string', forced: 'boolean' },
});

export const KeyProven = defineAuditEvent({
  name: 'KeyProven',
  retention: 'authentication',
  meaning: 'A person proved who they are with a digital key.',
  fields: { journey: 'string', key: 'string', keyId: 'string', level: 'number', ...browser },
});

export const KeyRefused = defineAuditEvent({
  name: 'KeyRefused',
  retention: 'authentication',
  meaning: 'A proof with a digital key did not hold: wrong, used before, or too many attempts.',
  fields: { journey: 'string', key: 'string', reason: 'string', locked: 'boolean', ...browser },
});

export const SignInCompleted = defineAuditEvent({
  name: 'SignInCompleted',
  retention: 'authentication',
  meaning: 'A person was signed in to a service and the service was told so.',
  fields: {
    journey: 'string?',
    protocol: 'string',
    key: 'string',
    level: 'number',
    context: 'string',
    enterprise: 'string?',
    attributes: 'string[]',
    singleSignOn: 'boolean',
    ...browser,
  },
});

export const SignInRefused = defineAuditEvent({
  name: 'SignInRefused',
  retention: 'authentication',
  meaning: 'A sign-in ended without success, and the service was told so where it could be.',
  fields: { journey: 'string?', protocol: 'string', reason: 'string' },
});

export const EnterpriseChosen = defineAuditEvent({
  name: 'EnterpriseChosen',
  retention: 'authentication',
  meaning: 'A person chose for which enterprise, or unit of one, they sign in.',
  fields: { journey: 'string', enterprise: 'string', establishment: 'string?' },
});

export const ReleaseConfirmed = defineAuditEvent({
  name: 'ReleaseConfirmed',
  retention: 'authentication',
  meaning: 'A person saw which data a service receives and went on.',
  fields: { journey: 'string', attributes: 'string[]' },
});

export const JourneyTurnedAway = defineAuditEvent({
  name: 'JourneyTurnedAway',
  retention: 'authentication',
  meaning: 'A login was opened that had expired, was finished, or belongs to another browser.',
  fields: { reason: 'string' },
});

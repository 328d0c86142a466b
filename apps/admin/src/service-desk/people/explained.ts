import type { AuditRecord } from '#libs/audit';
import { isKeyKind, type KeyKind } from '#libs/loa';

/** What can be told about a caller's recent attempts, and what to advise; each is a text. */
export const EXPLANATIONS = [
  'signedIn',
  'wentOn',
  'refusedCancelled',
  'refusedLevel',
  'refusedSilent',
  'refusedSource',
  'refusedOther',
  'wrongProof',
  'noCode',
  'busy',
  'locked',
  'codeSent',
  'codeNotSent',
  'keyActivated',
  'keySuspended',
  'keyResumed',
  'keyRevoked',
  'disowned',
  'contactAdded',
  'contactRemoved',
  'contactNotConfirmed',
  'activationIssued',
  'activationOpened',
  'activationRefused',
  'activationFinished',
  'lookedUp',
  'unlocked',
  'linkMailed',
  'registrationWithdrawn',
  'recoveryOffered',
] as const;
export type Explanation = (typeof EXPLANATIONS)[number];

/** One thing that happened with a person, as a member of the service desk reads it. */
export interface Explained {
  readonly what: Explanation;
  readonly at: Date;
  readonly reference: string;
  readonly key: KeyKind | undefined;
  readonly application: string | undefined;
  /** Where something failed: the page shows these first. */
  readonly failed: boolean;
}

const PLAIN: Readonly<Record<string, Explanation>> = {
  KeyActivated: 'keyActivated',
  EidEnrolled: 'keyActivated',
  ServiceEnrolled: 'keyActivated',
  KeySuspended: 'keySuspended',
  PersonKeySuspended: 'keySuspended',
  KeyResumed: 'keyResumed',
  KeyRevoked: 'keyRevoked',
  AccountChangeDisowned: 'disowned',
  ContactAdded: 'contactAdded',
  ContactRemoved: 'contactRemoved',
  ContactNotConfirmed: 'contactNotConfirmed',
  PersonRegistered: 'activationIssued',
  ActivationOpened: 'activationOpened',
  ActivationRefused: 'activationRefused',
  ActivationFinished: 'activationFinished',
  PersonLookedUp: 'lookedUp',
  PersonUnlocked: 'unlocked',
  ActivationResent: 'linkMailed',
  RegistrationLinkMailed: 'linkMailed',
  RegistrationWithdrawn: 'registrationWithdrawn',
  RecoveryOffered: 'recoveryOffered',
};

const FAILURES: ReadonlySet<Explanation> = new Set([
  'refusedCancelled',
  'refusedLevel',
  'refusedSilent',
  'refusedSource',
  'refusedOther',
  'wrongProof',
  'noCode',
  'busy',
  'locked',
  'codeNotSent',
  'contactNotConfirmed',
  'activationRefused',
]);

/** What a record says in words; undefined for one that helps no caller. */
export function explain(record: AuditRecord): Explained | undefined {
  const what = whatOf(record);
  if (what === undefined) return undefined;
  const { key } = record.data;
  return {
    what,
    at: record.occurredAt,
    reference: record.reference,
    key: typeof key === 'string' && isKeyKind(key) ? key : undefined,
    application: record.application,
    failed: FAILURES.has(what),
  };
}

const whatOf = ({ name, data }: AuditRecord): Explanation | undefined => PLAIN[name] ?? JUDGED[name]?.(data);

/** Records of which the fields say what it was. */
const JUDGED: Readonly<Record<string, (data: AuditRecord['data']) => Explanation>> = {
  SignInCompleted: ({ singleSignOn }) => (singleSignOn === true ? 'wentOn' : 'signedIn'),
  SignInRefused: ({ reason }) => REFUSALS[String(reason)] ?? 'refusedOther',
  KeyRefused: ({ locked, reason }) =>
    locked === true ? 'locked' : (FAILURES_OF_KEYS[String(reason)] ?? 'wrongProof'),
  SecurityCodeAsked: ({ outcome }) => (outcome === 'sent' ? 'codeSent' : 'codeNotSent'),
};

/** Why FAS let somebody go without having signed them in. */
const REFUSALS: Readonly<Record<string, Explanation>> = {
  cancelled: 'refusedCancelled',
  'interaction-needed': 'refusedSilent',
  'sign-in-needed': 'refusedSilent',
  'level-not-met': 'refusedLevel',
  'level-impossible': 'refusedLevel',
  'attribute-unavailable': 'refusedSource',
  'other-person': 'refusedOther',
};

/** Words that the keys use for why a proof did not hold; what none of them says is a wrong one. */
const FAILURES_OF_KEYS: Readonly<Record<string, Explanation>> = {
  busy: 'busy',
  'no-code': 'noCode',
  'no-first-factor': 'noCode',
};

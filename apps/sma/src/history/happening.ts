import type { AuditRecord } from '#libs/audit';
import { attributeNamed } from '#libs/attributes';
import { isKeyKind, type KeyKind } from '#libs/loa';
import { NOWHERE, originOf, type CountryOf, type Origin } from './origin/origin.js';

const CHANGES = {
  KeyActivated: 'key-activated',
  KeySuspended: 'key-suspended',
  KeyResumed: 'key-resumed',
  KeyRevoked: 'key-revoked',
  ContactAdded: 'contact-added',
  ContactRemoved: 'contact-removed',
  PersonLookedUp: 'looked-up',
  PersonUnlocked: 'unlocked',
  PersonKeySuspended: 'suspended-by-desk',
  RecoveryOffered: 'recovery-offered',
  PersonRegistered: 'registered',
  ContactMadePrimary: 'primary-changed',
  LanguageChanged: 'language-changed',
  RecoveryStarted: 'recovery-started',
  PasswordRecovered: 'password-recovered',
  AccountChangeDisowned: 'disowned',
  OwnDataDownloaded: 'data-downloaded',
  AgreementAccepted: 'agreement-accepted',
  SignInSessionsEnded: 'sessions-ended',
} as const;
/** What staff did, with a reason that the person may read. */
const STAFF: ReadonlySet<string> = new Set([
  'PersonLookedUp',
  'PersonUnlocked',
  'PersonKeySuspended',
  'RecoveryOffered',
  'PersonRegistered',
]);
type ChangeOfKey = (typeof CHANGES)[keyof typeof CHANGES];

const isChange = (name: string): name is keyof typeof CHANGES => Object.hasOwn(CHANGES, name);

/** Something that concerns the person, in the words that the page needs. */
export interface Happening extends Origin {
  /** Of the record. */
  readonly id: string;
  readonly kind: 'signed-in' | 'went-on' | 'refused' | 'wrong-proof' | 'locked' | ChangeOfKey;
  readonly at: Date;
  /** Identifier of the application, when one was involved. */
  readonly application: string | undefined;
  readonly key: KeyKind | undefined;
  /** Which of the person's keys it was. */
  readonly keyId?: string | undefined;
  /** Names of the attributes that the service received. */
  readonly released: readonly string[];
  /** The person may say that it was not them. */
  readonly disownable: boolean;
  /** Why somebody of the service desk did it. */
  readonly reason: string | undefined;
}

/** What somebody else could have done in the person's name, and of which the person may say so. */
const DISOWNABLE: ReadonlySet<string> = new Set([
  'SignInCompleted',
  'KeyActivated',
  'KeySuspended',
  'KeyResumed',
  'KeyRevoked',
  'ContactAdded',
  'ContactRemoved',
  'ContactMadePrimary',
  'RecoveryStarted',
  'PasswordRecovered',
]);

export const isDisownable = ({ name }: Pick<AuditRecord, 'name'>): boolean => DISOWNABLE.has(name);

/** What a record tells the person; undefined for records that are for the administration only. */
export function happeningOf(record: AuditRecord, countryOf: CountryOf): Happening | undefined {
  const kind = kindOf(record);
  if (kind === undefined) return undefined;
  const { key, keyId, attributes } = record.data;
  return {
    id: record.id,
    kind,
    at: record.occurredAt,
    application: record.application,
    key: typeof key === 'string' && isKeyKind(key) ? key : undefined,
    keyId: typeof keyId === 'string' ? keyId : undefined,
    disownable: isDisownable(record),
    released: Array.isArray(attributes) ? attributes.filter(isAttribute) : [],
    ...whence(record, countryOf),
  };
}

/** Of the person's own doing from where, of a member of staff's why: the network of staff is not the person's. */
function whence(record: AuditRecord, countryOf: CountryOf): Origin & Pick<Happening, 'reason'> {
  const { reason } = record.data;
  if (!STAFF.has(record.name)) return { ...originOf(record, countryOf), reason: undefined };
  return { ...NOWHERE, reason: typeof reason === 'string' ? reason : undefined };
}

function kindOf({ name, data }: AuditRecord): Happening['kind'] | undefined {
  if (isChange(name)) return CHANGES[name];
  switch (name) {
    case 'SignInCompleted':
      return data.singleSignOn === true ? 'went-on' : 'signed-in';
    case 'SignInRefused':
      return 'refused';
    case 'KeyRefused':
      return data.locked === true ? 'locked' : 'wrong-proof';
    default:
      return undefined;
  }
}

const isAttribute = (name: unknown): name is string =>
  typeof name === 'string' && attributeNamed(name) !== undefined;

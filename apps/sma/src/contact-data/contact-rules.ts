import { levelFor, type Standing } from '#libs/digital-keys';
import type { Level, LoaPolicy } from '#libs/loa';
import type { OwnContact } from '#libs/people';

/** From here on a session is a proof of its own, so a new number need not rest (DOMAIN 6). */
const OWN_PROOF: Level = 450;

/**
 * The least level of a session in which contact data may change: codes go there and passwords are recovered there, so
 * that of the strongest key built on the password (NIST SP 800-63B 4.1.2: a new number is a new authenticator).
 */
export function contactLevel(keys: Standing['keys'], policy: LoaPolicy): Level {
  const password = keys.find(({ kind }) => kind === 'password');
  return levelFor('replace', { kind: 'password', enrolment: password?.enrolment ?? 'eid' }, { keys }, policy);
}

/** A number that is given in a weaker session waits before codes go there. */
export const restsFirst = (kind: OwnContact['kind'], session: Level): boolean =>
  kind === 'phone' && session < OWN_PROOF;

/** Why a contact has to stay; undefined when it may go. */
export function mustStay(
  contact: Pick<OwnContact, 'id' | 'kind'>,
  contacts: readonly OwnContact[],
  keys: Standing['keys'],
): 'last-mail' | 'sms-key' | 'email-key' | undefined {
  const others = contacts.filter(
    ({ id, kind, verified }) => id !== contact.id && kind === contact.kind && verified,
  );
  if (others.length > 0) return undefined;
  const has = (kind: string) => keys.some((key) => key.kind === kind);
  if (contact.kind === 'phone') return has('sms') ? 'sms-key' : undefined;
  if (has('email')) return 'email-key';
  return has('password') ? 'last-mail' : undefined;
}

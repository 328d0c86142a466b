import { CONTACT_ROLES, type ContactRole, type Contacts } from '#libs/agencies';
import { Problems, type Typed } from '../../frame/form/typed.js';

export type ReadContacts =
  | { readonly kind: 'valid'; readonly contacts: Contacts }
  | { readonly kind: 'invalid'; readonly problems: Problems<'mail'> };

const MAIL = /^[^\s@<>"'\\]{1,64}@[^\s@<>"'\\.]+(?:\.[^\s@<>"'\\.]+)+$/;
const LONGEST = 254;

const isMail = (text: string): boolean => text.length <= LONGEST && MAIL.test(text);

/** Judges the addresses that are filled in; one that is left empty stays on the checklist. */
export function readContacts(typed: Typed): ReadContacts {
  const wrong = (role: ContactRole) => typed.text(role) !== '' && !isMail(typed.text(role));
  const problems = new Problems<'mail'>(
    Object.fromEntries(CONTACT_ROLES.map((role) => [role, wrong(role) ? 'mail' : undefined])),
  );
  if (problems.any) return { kind: 'invalid', problems };
  const given = CONTACT_ROLES.filter((role) => typed.text(role) !== '');
  return { kind: 'valid', contacts: Object.fromEntries(given.map((role) => [role, typed.text(role)])) };
}

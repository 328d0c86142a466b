import { formatEnterpriseNumber, parseEnterpriseNumber } from '#libs/kernel';
import { readReason } from '../../frame/form/reason.js';
import { Problems, type Typed } from '../../frame/form/typed.js';
import { AGENCY_ROLES, type AgencyRole } from './agency-role.js';

export type PersonMessage = 'nameWrong' | 'roleMissing' | 'firmWrong' | 'numberWrong' | 'reasonWrong';

export interface PersonWish {
  readonly name: string;
  readonly role: AgencyRole;
  readonly reason: string;
}

export type ReadPerson =
  | { readonly kind: 'valid'; readonly wish: PersonWish }
  | { readonly kind: 'invalid'; readonly problems: Problems<PersonMessage> };

const isName = (name: string): boolean => name.length >= 2 && name.length <= 80 && /\p{L}/u.test(name);

/**
 * Judges who is proposed for an agency. An integrator names the firm that acts for the agency.
 *
 * @param known whether somebody with a key of their own has the national number that was typed
 */
export function readPerson(typed: Typed, known: boolean, today: Date): ReadPerson {
  const role = typed.oneOf('role', AGENCY_ROLES);
  const name = typed.text('name');
  const firm = role === 'agency-integrator' ? parseEnterpriseNumber(typed.text('firm')) : undefined;
  const reason = readReason(typed.text('reason'), today);
  const problems = new Problems<PersonMessage>({
    role: unless(role !== undefined, 'roleMissing'),
    name: unless(isName(name), 'nameWrong'),
    firm: unless(firm?.kind !== 'invalid', 'firmWrong'),
    number: unless(known, 'numberWrong'),
    reason: unless(reason.kind === 'valid', 'reasonWrong'),
  });
  if (problems.any || role === undefined || reason.kind === 'invalid') return { kind: 'invalid', problems };
  const withFirm = firm?.kind === 'valid' ? ` (${formatEnterpriseNumber(firm.number)})` : '';
  return { kind: 'valid', wish: { name: name + withFirm, role, reason: reason.reason } };
}

const unless = (good: boolean, message: PersonMessage): PersonMessage | undefined =>
  good ? undefined : message;

import type { EnterpriseNumber, FedId, Language } from '#libs/kernel';
import { StaffStore, type StaffRole } from '#libs/staff';
import type { ChangeKind, ChangedLine } from '../../approvals/change-kind.js';
import { roleTexts } from '../../staff/role.texts.js';
import { agencyPeopleTexts } from './people.texts.js';

/** What somebody can be for an agency. */
export const AGENCY_ROLES = [
  'agency-manager',
  'agency-signatory',
  'agency-integrator',
] as const satisfies readonly StaffRole[];
export type AgencyRole = (typeof AGENCY_ROLES)[number];

/** Somebody who works for an agency. */
export interface AgencyPerson {
  readonly fedId: FedId;
  readonly agency: EnterpriseNumber;
  readonly role: AgencyRole;
  /** As whoever proposes them calls them; of an integrator with the firm. */
  readonly name: string;
}

export const personSubject = ({ agency, role, fedId }: Omit<AgencyPerson, 'name'>): string =>
  `${agency}:${role}:${fedId}`;

/** A manager asks for somebody to work for the agency, the service desk decides. */
export const agencyPersonKind: ChangeKind<AgencyPerson> = {
  name: 'agency-person',

  async current(tx, subject) {
    const [agency, role, fedId] = subject.split(':');
    const held = (await new StaffStore(tx).heldBy(fedId as FedId)).find(
      (one) => one.role === role && one.scope.kind === 'agency' && one.scope.agency === agency,
    );
    if (held === undefined || held.scope.kind !== 'agency') return undefined;
    const { fedId: person, scope, reason: name } = held;
    return { fedId: person, agency: scope.agency, role: held.role as AgencyRole, name };
  },

  sensitive: ({ fedId, agency, role }) => ({ roles: [`${role}:${agency}:${fedId}`] }),

  async apply(tx, { after, requestedBy, approvedBy }) {
    if (after === undefined) return;
    const { fedId, agency, role, name } = after;
    const scope = { kind: 'agency', agency } as const;
    const grantedBy = approvedBy ?? requestedBy;
    await new StaffStore(tx).grant({ fedId, role, scope, reason: name, grantedBy });
  },

  title: (_subject, { name }, language: Language) => agencyPeopleTexts.in(language)('requestTitle', { name }),

  lines(_before, after, language): readonly ChangedLine[] {
    if (after === undefined) return [];
    const t = agencyPeopleTexts.in(language);
    return [
      { label: t('name'), after: after.name },
      { label: t('role'), after: roleTexts.in(language)(after.role) },
    ];
  },
};

import type { EnterpriseNumber, Language } from '#libs/kernel';
import type { Assignment } from '#libs/staff';
import { formatDate, labelled } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { roleTexts } from '../../staff/role.texts.js';
import { AGENCY_ROLES } from './agency-role.js';
import { agencyPeopleTexts } from './people.texts.js';

/** Somebody who works for an agency, as far as its list shows. */
export type AgencyPerson = Pick<Assignment, 'id' | 'role' | 'reason' | 'grantedAt'>;

/** @param manages whether the reader may end a role */
export function peopleList(
  language: Language,
  agency: EnterpriseNumber,
  manages: boolean,
): ListDefinition<AgencyPerson> {
  const t = agencyPeopleTexts.in(language);
  const role = roleTexts.in(language);
  return {
    caption: t('title'),
    columns: [
      { key: 'name', heading: t('name'), text: ({ reason }) => reason },
      { key: 'role', heading: t('role'), text: (person) => role(person.role) },
      {
        key: 'since',
        heading: t('since'),
        text: ({ grantedAt }) => formatDate(grantedAt, language),
        order: ({ grantedAt }) => grantedAt.getTime(),
      },
      ...(manages
        ? [
            {
              key: 'end',
              heading: t('end'),
              text: () => '',
              cell: ({ id, reason }: AgencyPerson) => (
                <a
                  href={`/agencies/${agency}/people/${id}`}
                  aria-label={labelled(t('end'), reason, language)}
                >
                  {t('end')}
                </a>
              ),
              sortable: false,
            },
          ]
        : []),
    ],
    filters: [
      {
        // The form below has a field `role` of its own.
        name: 'holds',
        label: t('role'),
        options: AGENCY_ROLES.map((value) => ({ value, label: role(value) })),
        matches: (person, value) => person.role === value,
      },
    ],
  };
}

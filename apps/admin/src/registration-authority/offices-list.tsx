import { formatEnterpriseNumber, type Language } from '#libs/kernel';
import type { RegistrationOffice } from '#libs/staff';
import type { ListDefinition } from '../frame/list/list.js';
import { registrationTexts } from './registration.texts.js';

export interface ListedOffice extends RegistrationOffice {
  /** How many may register people there. */
  readonly officers: number;
}

/** Registration offices; one without officers cannot register anybody yet. */
export function officesList(language: Language): ListDefinition<ListedOffice> {
  const t = registrationTexts.in(language);
  return {
    caption: t('officesTitle'),
    columns: [
      {
        key: 'office',
        heading: t('office'),
        text: ({ name }) => name[language],
        cell: ({ code, name }) => <a href={`/registration/offices/${code}`}>{name[language]}</a>,
      },
      { key: 'code', heading: t('code'), text: ({ code }) => code },
      { key: 'agency', heading: t('agency'), text: ({ agency }) => formatEnterpriseNumber(agency) },
      {
        key: 'officers',
        heading: t('officerCount'),
        text: ({ officers }) => `${officers}`,
        order: ({ officers }) => officers,
        number: true,
      },
    ],
    filters: [
      {
        name: 'staffed',
        label: t('officerCount'),
        options: [
          { value: 'yes', label: t('staffed') },
          { value: 'no', label: t('unstaffed') },
        ],
        matches: ({ officers }, value) => officers > 0 === (value === 'yes'),
      },
    ],
  };
}

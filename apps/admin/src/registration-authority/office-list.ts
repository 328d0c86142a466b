import type { Language } from '#libs/kernel';
import { formatDateTime } from '#libs/texts';
import type { ListDefinition } from '../frame/list/list.js';
import { DOCUMENT_TYPES } from './registration-rules.js';
import { registrationTexts } from './registration.texts.js';
import type { Registration, RegistrationState } from './registrations.store.js';

const STATES: readonly RegistrationState[] = ['open', 'used', 'over'];

/** The registrations of an office as a list: no name, number or address in it, also not in its file. */
export function registrationList(language: Language): ListDefinition<Registration> {
  const t = registrationTexts.in(language);
  return {
    caption: t('list'),
    newestFirst: true,
    columns: [
      {
        key: 'when',
        heading: t('when'),
        text: ({ at }) => formatDateTime(at, language),
        order: ({ at }) => at.getTime(),
      },
      {
        key: 'document',
        heading: t('document'),
        text: ({ documentType, documentCountry }) => `${t(documentType)} (${documentCountry})`,
      },
      { key: 'state', heading: t('state'), text: ({ state }) => t(state) },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: STATES.map((state) => ({ value: state, label: t(state) })),
        matches: ({ state }, value) => state === value,
      },
      {
        name: 'document',
        label: t('document'),
        options: DOCUMENT_TYPES.map((type) => ({ value: type, label: t(type) })),
        matches: ({ documentType }, value) => documentType === value,
      },
    ],
  };
}

export interface MonthCount {
  /** `YYYY-MM` */
  readonly month: string;
  readonly registered: number;
  readonly used: number;
}

const MONTHS = 12;

/** The last twelve months, oldest first. */
export function monthCounts(registrations: readonly Registration[], now: Date): MonthCount[] {
  const months = Array.from({ length: MONTHS }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (MONTHS - 1 - back), 1))
      .toISOString()
      .slice(0, 7),
  );
  return months.map((month) => {
    const those = registrations.filter(({ at }) => at.toISOString().startsWith(month));
    return { month, registered: those.length, used: those.filter(({ state }) => state === 'used').length };
  });
}

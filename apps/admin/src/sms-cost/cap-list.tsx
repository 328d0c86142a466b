import type { Language } from '#libs/kernel';
import { labelled } from '#libs/texts';
import type { ListColumn, ListDefinition } from '../frame/list/list.js';
import { number } from '../reports/dashboard/figures.js';
import type { CappedApplication } from './sms-cost-desk.js';
import { smsCostTexts } from './sms-cost.texts.js';

const ENVIRONMENTS = ['INT', 'ACC', 'PROD'] as const;
const USES = ['below', 'near', 'reached', 'uncapped'] as const;
/** From this share on somebody is told. */
const NEAR = 0.8;

/**
 * Applications that offer text messages, and how much of their cap is used.
 * @param maySet whether the reader may set caps
 */
export function capList(language: Language, maySet: boolean): ListDefinition<CappedApplication> {
  const t = smsCostTexts.in(language);
  return {
    caption: t('caps'),
    columns: [
      {
        key: 'application',
        heading: t('application'),
        text: ({ name, environment }) => `${name[language]} (${environment})`,
      },
      { key: 'agency', heading: t('agency'), text: ({ agency }) => agency.name[language] },
      {
        key: 'used',
        heading: t('used'),
        text: (row) => usedWords(row, language),
        order: shareOf,
        number: true,
      },
      {
        key: 'cap',
        heading: t('cap'),
        text: ({ cap }) => (cap === undefined ? t('none') : number(cap.messages, language)),
        order: ({ cap }) => cap?.messages ?? 0,
        number: true,
      },
      ...(maySet ? [changeColumn(language)] : []),
    ],
    filters: [
      {
        name: 'environment',
        label: t('environment'),
        options: ENVIRONMENTS.map((value) => ({ value, label: value })),
        matches: ({ environment }, value) => environment === value,
      },
      {
        name: 'use',
        label: t('used'),
        options: USES.map((value) => ({ value, label: t(value) })),
        matches: (row, value) => useOf(row) === value,
      },
    ],
  };
}

function changeColumn(language: Language): ListColumn<CappedApplication> {
  const change = smsCostTexts.in(language)('change');
  return {
    key: 'change',
    heading: change,
    text: () => '',
    cell: ({ id, name }) => (
      <a href={`/sms-cost/caps/${id}`} aria-label={labelled(change, name[language], language)}>
        {change}
      </a>
    ),
    sortable: false,
  };
}

/** 0 to 1 and above; -1 without a cap. */
const shareOf = ({ cap }: CappedApplication): number => (cap === undefined ? -1 : cap.used / cap.messages);

function useOf(row: CappedApplication): (typeof USES)[number] {
  const share = shareOf(row);
  if (share < 0) return 'uncapped';
  if (share >= 1) return 'reached';
  return share >= NEAR ? 'near' : 'below';
}

function usedWords({ cap }: CappedApplication, language: Language): string {
  if (cap === undefined) return '–';
  const share = Math.floor((cap.used / cap.messages) * 100);
  return `${number(cap.used, language)} (${number(share, language)} %)`;
}

import type { Language } from '#libs/kernel';
import type { Release } from '#libs/operations';
import { formatDateTime } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { releasePageTexts } from './releases.texts.js';

const STATES = ['planned', 'released', 'withdrawn'] as const;

const momentOf = ({ releasedAt, plannedAt }: Release): Date => releasedAt ?? plannedAt;

export const capacityOf = ({ capacityPercent }: Release, language: Language): string =>
  capacityPercent === undefined ? '–' : releasePageTexts.in(language)('percent', { number: capacityPercent });

/** The calendar of releases as a list. */
export function releaseList(language: Language): ListDefinition<Release> {
  const t = releasePageTexts.in(language);
  return {
    caption: t('list'),
    newestFirst: true,
    columns: [
      {
        key: 'version',
        heading: t('version'),
        text: ({ version }) => version,
        cell: ({ id, version }) => <a href={`/operations/releases/${id}`}>{version}</a>,
        sortable: false,
      },
      {
        key: 'date',
        heading: t('date'),
        text: (release) => formatDateTime(momentOf(release), language),
        order: (release) => momentOf(release).getTime(),
      },
      { key: 'kind', heading: t('kind'), text: ({ kind }) => t(kind) },
      {
        key: 'capacity',
        heading: t('capacityShort'),
        text: (release) => capacityOf(release, language),
        order: ({ capacityPercent = 100 }) => capacityPercent,
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
    ],
  };
}

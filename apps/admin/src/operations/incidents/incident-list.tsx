import { componentTexts, impactTexts, type Incident } from '#libs/operations';
import type { Language } from '#libs/kernel';
import { formatDateTime, formatDuration } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { incidentPageTexts } from './incidents.texts.js';

/** How long it lasted, or has lasted so far. */
export const lengthOf = (
  { startedAt, endedAt }: Pick<Incident, 'startedAt' | 'endedAt'>,
  now: Date,
): number => Math.max(0, (endedAt ?? now).getTime() - startedAt.getTime());

const stateOf = ({ endedAt }: Incident) => (endedAt === undefined ? 'open' : 'closed');

/** What does not work comes first, then the newest. */
export function incidentList(language: Language, now: Date): ListDefinition<Incident> {
  const t = incidentPageTexts.in(language);
  const [components, impacts] = [componentTexts.in(language), impactTexts.in(language)];
  return {
    caption: t('list'),
    newestFirst: true,
    columns: [
      {
        key: 'what',
        heading: t('what'),
        text: ({ component }) => components(component),
        cell: ({ id, component }) => <a href={`/operations/incidents/${id}`}>{components(component)}</a>,
        sortable: false,
      },
      {
        key: 'state',
        heading: t('state'),
        text: (incident) => t(stateOf(incident)),
        cell: (incident) => (stateOf(incident) === 'open' ? <strong>{t('open')}</strong> : t('closed')),
        order: (incident) =>
          incident.startedAt.getTime() + (stateOf(incident) === 'open' ? Number.MAX_SAFE_INTEGER / 2 : 0),
      },
      { key: 'impact', heading: t('impact'), text: ({ impact }) => impacts(impact) },
      {
        key: 'since',
        heading: t('since'),
        text: ({ startedAt }) => formatDateTime(startedAt, language),
        order: ({ startedAt }) => startedAt.getTime(),
      },
      {
        key: 'duration',
        heading: t('duration'),
        text: (incident) => formatDuration(lengthOf(incident, now), language),
        order: (incident) => lengthOf(incident, now),
      },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: (['open', 'closed'] as const).map((state) => ({ value: state, label: t(state) })),
        matches: (incident, value) => stateOf(incident) === value,
      },
    ],
  };
}

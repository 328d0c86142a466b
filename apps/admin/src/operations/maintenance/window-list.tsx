import type { Language } from '#libs/kernel';
import { componentNames, phaseOf, type PlannedWindow } from '#libs/operations';
import { formatDateTime, formatDuration } from '#libs/texts';
import type { ListDefinition } from '../../frame/list/list.js';
import { maintenanceTexts } from './maintenance.texts.js';

const PHASES = ['proposed', 'coming', 'under-way'] as const;

export const lengthOf = ({ startsAt, endsAt }: PlannedWindow): number =>
  endsAt.getTime() - startsAt.getTime();

/** What is planned and not over, the soonest first. */
export function windowList(language: Language, now: Date): ListDefinition<PlannedWindow> {
  const t = maintenanceTexts.in(language);
  return {
    caption: t('list'),
    columns: [
      {
        key: 'what',
        heading: t('what'),
        text: ({ components }) => componentNames(components, language),
        cell: ({ id, components }) => (
          <a href={`/operations/maintenance/${id}`}>{componentNames(components, language)}</a>
        ),
        sortable: false,
      },
      {
        key: 'start',
        heading: t('start'),
        text: ({ startsAt }) => formatDateTime(startsAt, language),
        order: ({ startsAt }) => startsAt.getTime(),
      },
      {
        key: 'duration',
        heading: t('duration'),
        text: (window) => formatDuration(lengthOf(window), language),
        order: lengthOf,
      },
      { key: 'state', heading: t('state'), text: (window) => t(phaseOf(window, now)) },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: PHASES.map((phase) => ({ value: phase, label: t(phase) })),
        matches: (window, value) => phaseOf(window, now) === value,
      },
    ],
  };
}

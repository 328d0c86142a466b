import type { Language } from '#libs/kernel';
import { formatDate } from '#libs/texts';
import { DOSSIER_STATES, ENVIRONMENTS, type Dossier } from '../../applications/dossier/dossier.js';
import { servicePageTexts } from '../../applications/service-page.texts.js';
import type { ListDefinition } from '../../frame/list/list.js';
import { agenciesTexts } from '../agencies.texts.js';

/** The online services of an agency. */
export function serviceList(language: Language): ListDefinition<Dossier> {
  const t = agenciesTexts.in(language);
  const state = servicePageTexts.in(language);
  const nameOf = ({ details }: Dossier) => details.name[language] || t('noName');
  return {
    caption: t('services'),
    columns: [
      {
        key: 'name',
        heading: t('name'),
        text: nameOf,
        cell: (dossier) => <a href={`/services/${dossier.id}`}>{nameOf(dossier)}</a>,
      },
      { key: 'state', heading: t('state'), text: (dossier) => state(`state-${dossier.state}`) },
      {
        key: 'environments',
        heading: t('environments'),
        text: (dossier) => activeIn(dossier).join(', ') || '–',
      },
      {
        key: 'changed',
        heading: t('changed'),
        text: ({ updatedAt }) => formatDate(updatedAt, language),
        order: ({ updatedAt }) => updatedAt.getTime(),
      },
    ],
    filters: [
      {
        name: 'state',
        label: t('state'),
        options: DOSSIER_STATES.map((value) => ({ value, label: state(`state-${value}`) })),
        matches: (dossier, value) => dossier.state === value,
      },
      {
        name: 'environment',
        label: t('environments'),
        options: ENVIRONMENTS.map((value) => ({ value, label: value })),
        matches: (dossier, value) => activeIn(dossier).some((environment) => environment === value),
      },
    ],
  };
}

/** Where it is registered. */
const activeIn = ({ environments }: Dossier) =>
  ENVIRONMENTS.filter((environment) => environments[environment]?.application !== undefined);

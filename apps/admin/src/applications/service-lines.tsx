import type { Language } from '#libs/kernel';
import type { SummaryItem } from '#libs/ui';
import type { StaffView } from '../frame/staff-view.js';
import { clientIdOf } from './dossier/client-id.js';
import { ENVIRONMENTS, type Dossier } from './dossier/dossier.js';
import { servicePageTexts } from './service-page.texts.js';

/** By what name CSAM knows the service in each environment. */
export const environmentLines = ({ id, environments }: Dossier, language: Language): SummaryItem[] =>
  ENVIRONMENTS.filter((environment) => environments[environment]?.application !== undefined)
    .filter((environment) => environments[environment]?.settings?.protocol === 'oidc')
    .map((environment) => ({
      label: servicePageTexts.in(language)('clientId', { environment }),
      value: <code data-client-id={environment}>{clientIdOf(id, environment)}</code>,
    }));

/** The figures of each environment that people sign in to. */
export const reportLines = ({ environments }: Dossier, staff: StaffView, language: Language): SummaryItem[] =>
  ENVIRONMENTS.flatMap((environment) => {
    const application = environments[environment]?.application;
    if (application === undefined || !staff.rights.has('report.read')) return [];
    const t = servicePageTexts.in(language);
    const link = <a href={`/reports/${application}`}>{t('toFigures')}</a>;
    return [{ label: t('figures', { environment }), value: link }];
  });

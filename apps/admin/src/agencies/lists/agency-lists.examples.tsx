import type { Authorisation } from '#libs/agencies';
import type { EnterpriseNumber } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import type { Dossier } from '../../applications/dossier/dossier.js';
import { exampleDossier } from '../../applications/example-dossier.js';
import { pageAsked } from '../../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../../gallery/example-frame.js';
import { BasesPage, ServicesPage } from './agency-lists.pages.js';
import { basisList } from './basis-list.js';
import { serviceList } from './service-list.js';

const staff = exampleStaff('agency-manager');
const at = new Date('2026-03-09T08:40:00Z');
const number = '0671516647' as EnterpriseNumber;
const agency = {
  number,
  name: { nl: 'Dienst Voorbeeld', fr: 'Service Exemple', de: 'Dienst Beispiel', en: 'Example Agency' },
};
const basis = {
  id: 'b',
  kind: 'LAW',
  reference: 'W. 2.3.2020',
  attributes: ['egovNRN'],
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
} as const;

/** More than stand on the page of an agency. */
export const manyServices: readonly Dossier[] = (
  ['int-active', 'draft', 'prod-active', 'suspended', 'submitted', 'ended'] as const
).map((state) => ({ ...exampleDossier(state), id: state }));

const servicesExample =
  (services: readonly Dossier[]): PageExample['render'] =>
  (language) => (
    <ServicesPage
      frame={frame(language)}
      {...{ staff, agency }}
      page={pageAsked(serviceList(language), services, {})}
    />
  );

const basesExample =
  (bases: readonly Authorisation[]): PageExample['render'] =>
  (language) => {
    const definition = basisList({ language, staff, agency: number, documents: [], now: at });
    const page = pageAsked(definition, bases, {});
    return <BasesPage frame={frame(language)} {...{ staff, agency, definition, page }} />;
  };

/** The lists of an agency. */
export const agencyListsExamples: readonly PageExample[] = [
  { name: 'agency-services', render: servicesExample(manyServices) },
  { name: 'agency-services-none', render: servicesExample([]) },
  { name: 'agency-bases', render: basesExample([basis]) },
  { name: 'agency-bases-none', render: basesExample([]) },
];

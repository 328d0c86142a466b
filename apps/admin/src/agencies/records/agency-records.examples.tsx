import type { AuditRecord } from '#libs/audit';
import type { EnterpriseNumber } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { exampleDossier } from '../../applications/example-dossier.js';
import { pageOfRows, queryFor, selectRows } from '../../frame/list/list.js';
import { adminExampleFrame, exampleStaff } from '../../gallery/example-frame.js';
import { agencyRecordList } from './agency-record-list.js';
import { AgencyRecordsPage } from './agency-records.page.js';

const staff = exampleStaff('agency-manager');
const agency = {
  number: '0671516647' as EnterpriseNumber,
  name: { nl: 'Dienst Voorbeeld', fr: 'Service Exemple', de: 'Dienst Beispiel', en: 'Example Agency' },
};
const dossier = exampleDossier('draft');

const records: readonly AuditRecord[] = [
  { name: 'ApiCallFailed', data: { error: 'ADMIN-API-INPUT', wrongFields: ['keys'] } },
  { name: 'ServiceMoved', data: { service: dossier.id, from: 'draft', to: 'submitted' } },
].map((one, at) => ({
  ...one,
  id: String(at),
  occurredAt: new Date(Date.UTC(2026, 2, 9, 8 + at)),
  reference: '7K3F-9QXM',
  agency: agency.number,
}));

const recordsOf =
  (all: readonly AuditRecord[]): PageExample['render'] =>
  (language) => {
    const services = new Map([[dossier.id, dossier.details.name[language]]]);
    const definition = agencyRecordList(language, services);
    const query = queryFor(definition, {});
    const page = pageOfRows(selectRows(definition, all, query), query);
    return <AgencyRecordsPage {...{ staff, agency, services, page }} frame={adminExampleFrame(language)} />;
  };

export const agencyRecordsExamples: readonly PageExample[] = [
  { name: 'agency-records', render: recordsOf(records) },
  { name: 'agency-records-none', render: recordsOf([]) },
];

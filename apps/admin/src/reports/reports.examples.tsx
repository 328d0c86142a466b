import type { AuditRecord } from '#libs/audit';
import type { PageExample } from '#libs/ui';
import { Problems } from '../frame/form/typed.js';
import { pageOfRows, queryFor } from '../frame/list/list.js';
import { adminExampleFrame, exampleStaff } from '../gallery/example-frame.js';
import { DashboardPage } from './dashboard/dashboard.page.js';
import { application, day, empty, listed, month, now } from './example-reports.js';
import type { ReportedApplication } from './report-desk.js';
import { applicationsList, ReportsPage } from './reports.page.js';
import { ProofPage } from './trail/proof.page.js';
import { TrailPage } from './trail/trail.page.js';
import type { TrailProblem, TrailQuery } from './trail/trail-query.js';

const staff = exampleStaff('agency-manager');
const query: TrailQuery = { reference: '', kind: '', from: '2026-03-02', until: '2026-03-09' };

const record = (name: string, minute: number, data: AuditRecord['data']): AuditRecord => ({
  id: `0198a1b2-0000-7000-8000-0000000000${String(minute).padStart(2, '0')}`,
  occurredAt: new Date(now.getTime() - minute * 60_000),
  name,
  reference: '7K3F-9QXM',
  data,
});

const records: readonly AuditRecord[] = [
  record('SignInCompleted', 1, {
    key: 'itsme',
    level: 450,
    protocol: 'saml',
    context: 'citizen',
    attributes: ['egovNRN', 'givenName', 'surname'],
    singleSignOn: false,
  }),
  record('KeyRefused', 12, { key: 'totp', reason: 'wrong', locked: false }),
  record('SamlRequestRejected', 14, { rule: 'signature', binding: 'post' }),
  record('SignInStarted', 15, { protocol: 'saml', minimum: 400, context: 'citizen', forced: false }),
  record('SomethingNew', 20, {}),
];

/** Every state of the reports of applications. */
export const reportsExamples: readonly PageExample[] = [
  {
    name: 'reports-applications',
    render: (language) => {
      const definition = applicationsList(language);
      const page = pageOfRows(listed, queryFor(definition, {}));
      return <ReportsPage frame={adminExampleFrame(language)} {...{ staff, definition, page }} />;
    },
  },
  {
    name: 'reports-no-applications',
    render: (language) => {
      const definition = applicationsList(language);
      const page = pageOfRows<ReportedApplication>([], queryFor(definition, {}));
      return <ReportsPage frame={adminExampleFrame(language)} {...{ staff, definition, page }} />;
    },
  },
  ...Object.entries({ month, day, empty }).map(([name, report]): PageExample => ({
    name: `reports-dashboard-${name}`,
    render: (language) => <DashboardPage frame={adminExampleFrame(language)} {...{ staff, report, now }} />,
  })),
  {
    name: 'reports-trail',
    render: (language) => (
      <TrailPage frame={adminExampleFrame(language)} {...{ staff, application, query, records }} more />
    ),
  },
  {
    name: 'reports-trail-wrong',
    render: (language) => (
      <TrailPage
        frame={adminExampleFrame(language)}
        {...{ staff, application }}
        query={{ ...query, reference: 'x', until: '2026-03-01' }}
        records={[]}
        problems={new Problems<TrailProblem>({ reference: 'referenceWrong', until: 'orderWrong' })}
      />
    ),
  },
  {
    name: 'reports-trail-too-many',
    render: (language) => (
      <TrailPage
        frame={adminExampleFrame(language)}
        {...{ staff, application, query, records }}
        tooMany={5_000}
      />
    ),
  },
  {
    name: 'reports-trail-proof',
    render: (language) => (
      <ProofPage
        frame={adminExampleFrame(language)}
        {...{ staff, application, query }}
        keys="https://admin.csam.example/audit-keys.json"
        problem="reasonMissing"
      />
    ),
  },
];

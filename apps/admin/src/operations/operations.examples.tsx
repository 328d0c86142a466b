import { whatsNewExamples, type PlannedWindow, type ReportRow, type StatusReport } from '#libs/operations';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { adminExampleFrame, exampleStaff } from '../gallery/example-frame.js';
import { incidentExamples } from './incidents/incidents.examples.js';
import { pageAsked } from '../frame/list/list.js';
import { windowList } from './maintenance/window-list.js';
import { MaintenanceListPage, MaintenancePage } from './maintenance/maintenance.pages.js';
import { PlanPage } from './maintenance/plan.page.js';
import { typedFrom, type PlanMessage } from './maintenance/planning.js';
import { OverviewPage } from './overview/overview.page.js';
import { PublicStatusPage } from './public-status/public-status.page.js';
import { queueExamples } from './queues/queues.examples.js';
import { releaseExamples } from './releases/releases.examples.js';
import { ServiceLevelPage } from './service-level/service-level.page.js';

const now = new Date('2026-03-02T12:00:00Z');
const reason = { nl: 'Nieuwe schijven', fr: 'Nouveaux disques', de: 'Neue Platten', en: 'New disks' };

const window: PlannedWindow = {
  id: '22222222-2222-4222-8222-222222222222',
  components: ['sign-in-oidc', 'my-keys'],
  startsAt: new Date('2026-03-12T01:00:00Z'),
  endsAt: new Date('2026-03-12T02:30:00Z'),
  impact: 'outage',
  reason,
  state: 'announced',
  sequence: 0,
  plannedBy: 'x',
};

const deliveries = [{ kind: 'planned', at: now, recipients: 12, sent: 11, failed: 1 }];

const row = (period: string, down: number): ReportRow => ({
  period,
  availability: { minutes: 44_640, agreed: 90, counted: 44_550, down, unknown: 0 },
  share: (44_550 - down) / 44_550,
  ceiling: 0.9996,
  responses: {
    user: { requests: 120_000, withinNorm: 119_500, peak: 900 },
    application: { requests: 480_000, withinNorm: 475_000, peak: 3_000 },
  },
  load: 0.325,
});

const report: StatusReport = {
  at: now,
  stale: true,
  components: [
    {
      component: 'my-keys',
      state: 'outage',
      share: 0.9993,
      days: Array.from({ length: 90 }, (_, index) => ({
        day: new Date(now.getTime() - (89 - index) * 86_400_000).toISOString().slice(0, 10),
        ...(index > 3 && { share: 1 }),
        downMinutes: index === 40 ? 130 : index === 70 ? 12 : 0,
      })),
    },
    { component: 'attributes', state: 'works', days: [] },
  ],
  incidents: [
    {
      id: '11111111-1111-4111-8111-111111111111',
      component: 'my-keys',
      impact: 'outage',
      startedAt: new Date('2026-03-02T11:00:00Z'),
      openedBy: 'probes',
      updates: [{ at: new Date('2026-03-02T11:30:00Z'), text: reason }],
    },
  ],
  planned: [window],
};

const staff = exampleStaff('operations');

/** Every state of the pages for operators, and of the public page. */
export const operationsExamples: readonly PageExample[] = [
  ...incidentExamples,
  ...releaseExamples,
  ...queueExamples,
  ...whatsNewExamples(adminExampleFrame),
  {
    name: 'operations-overview',
    render: (language) => <OverviewPage frame={adminExampleFrame(language)} staff={staff} />,
  },
  {
    name: 'operations-maintenance',
    render: (language) => (
      <MaintenanceListPage
        frame={adminExampleFrame(language)}
        {...{ staff, now }}
        page={pageAsked(windowList(language, now), [window], {})}
        leadDays={7}
      />
    ),
  },
  {
    name: 'operations-maintenance-window',
    render: (language) => (
      <MaintenancePage frame={adminExampleFrame(language)} {...{ staff, now, window, deliveries }} refused />
    ),
  },
  {
    name: 'operations-maintenance-plan',
    render: (language) => (
      <PlanPage
        frame={adminExampleFrame(language)}
        staff={staff}
        typed={Typed.of({ start: '2026-03-04 02:00', 'components.my-keys': 'on' })}
        problems={new Problems<PlanMessage>({ 'reason-nl': 'reasonProblem', lateReason: 'lateProblem' })}
        leadDays={7}
      />
    ),
  },
  {
    name: 'operations-maintenance-change',
    render: (language) => (
      <PlanPage
        frame={adminExampleFrame(language)}
        staff={staff}
        typed={typedFrom(window)}
        problems={new Problems<PlanMessage>({ start: 'lateChangeProblem' })}
        leadDays={7}
        changes={window.id}
      />
    ),
  },
  {
    name: 'operations-maintenance-proposed',
    render: (language) => (
      <MaintenancePage
        frame={adminExampleFrame(language)}
        {...{ staff, now }}
        window={{ ...window, state: 'proposed', lateReason: 'A leak in the roof above the disks.' }}
        deliveries={[]}
      />
    ),
  },
  {
    name: 'operations-maintenance-proposed-own',
    render: (language) => (
      <MaintenancePage
        frame={adminExampleFrame(language)}
        {...{ staff, now }}
        window={{ ...window, state: 'proposed', lateReason: 'A leak in the roof above the disks.' }}
        deliveries={[]}
        isOwn
      />
    ),
  },
  {
    name: 'operations-service-level',
    render: (language) => (
      <ServiceLevelPage
        frame={adminExampleFrame(language)}
        staff={staff}
        year={2026}
        rows={[row('2026-01', 31), row('2026-02', 0), row('2026', 31)]}
        years={[{ year: 2026, share: 0.99965 }, { year: 2025, share: 0.9993 }, { year: 2024 }]}
      />
    ),
  },
  {
    name: 'public-status',
    render: (language) => <PublicStatusPage frame={adminExampleFrame(language)} report={report} />,
  },
];

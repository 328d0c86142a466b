import type { Delivery, Incident } from '#libs/operations';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../../frame/form/typed.js';
import { adminExampleFrame, exampleStaff } from '../../gallery/example-frame.js';
import { IncidentPage } from './incident.page.js';
import { pageAsked } from '../../frame/list/list.js';
import { incidentList } from './incident-list.js';
import { IncidentsPage } from './incidents.page.js';
import { ReportPage } from './report.page.js';
import type { ReportMessage } from './reporting.js';

const now = new Date('2026-03-02T12:00:00Z');
const staff = exampleStaff('operations');
const text = {
  nl: 'De leverancier van de sms-berichten heeft een storing. Andere sleutels werken.',
  fr: 'Le fournisseur des SMS a une panne. Les autres clés fonctionnent.',
  de: 'Der Anbieter der SMS hat eine Störung. Andere Schlüssel funktionieren.',
  en: 'The supplier of text messages has a failure. Other keys work.',
};

const open: Incident = {
  id: '11111111-1111-4111-8111-111111111111',
  component: 'sms-centre',
  impact: 'reduced',
  startedAt: new Date('2026-03-02T10:40:00Z'),
  openedBy: 'x',
  updates: [{ at: new Date('2026-03-02T10:55:00Z'), text }],
};

const closed: Incident = {
  id: '12111111-1111-4111-8111-111111111111',
  component: 'my-keys',
  impact: 'outage',
  startedAt: new Date('2026-02-11T04:10:00Z'),
  endedAt: new Date('2026-02-11T04:31:00Z'),
  openedBy: 'probes',
  updates: [],
};

const deliveries: readonly Delivery[] = [
  { kind: 'opened', at: new Date('2026-03-02T10:55:00Z'), recipients: 120, sent: 117, failed: 2 },
];

const nothing = { typed: Typed.of({}), problems: new Problems<ReportMessage>() };

export const incidentExamples: readonly PageExample[] = [
  {
    name: 'operations-incidents',
    render: (language) => (
      <IncidentsPage
        frame={adminExampleFrame(language)}
        {...{ staff, now }}
        page={pageAsked(incidentList(language, now), [closed, open], {})}
      />
    ),
  },
  {
    name: 'operations-incidents-none',
    render: (language) => (
      <IncidentsPage
        frame={adminExampleFrame(language)}
        {...{ staff, now }}
        page={pageAsked(incidentList(language, now), [], {})}
      />
    ),
  },
  {
    name: 'operations-incident-report',
    render: (language) => (
      <ReportPage
        frame={adminExampleFrame(language)}
        staff={staff}
        typed={Typed.of({ start: 'now', 'text-nl': 'Er is iets mis' })}
        problems={
          new Problems<ReportMessage>({
            component: 'componentProblem',
            start: 'startProblem',
            'text-fr': 'wordsProblem',
          })
        }
      />
    ),
  },
  {
    name: 'operations-incident-open',
    render: (language) => (
      <IncidentPage
        frame={adminExampleFrame(language)}
        {...{ staff, now, deliveries, ...nothing }}
        incident={open}
        troubles={[
          { vantage: 'brussels', problem: 'channel-closed', since: open.startedAt, lastAt: now },
          { vantage: 'ghent', problem: 'no-answer', since: open.startedAt, lastAt: now },
        ]}
      />
    ),
  },
  {
    name: 'operations-incident-closed',
    render: (language) => (
      <IncidentPage
        frame={adminExampleFrame(language)}
        {...{ staff, now, ...nothing }}
        deliveries={[]}
        troubles={[]}
        incident={closed}
        late
      />
    ),
  },
];

import type { EnterpriseNumber } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { pageAsked } from '../../frame/list/list.js';
import { adminExampleFrame, exampleStaff } from '../../gallery/example-frame.js';
import { mailList, workList } from './given-up.js';
import type { QueueView } from './queue-desk.js';
import { QueueListPage } from './queue-lists.page.js';
import { QueuesPage } from './queues.page.js';
import { returnedList } from './returned-list.js';

const at = new Date('2026-03-02T10:55:00Z');

const busy: QueueView = {
  work: {
    queues: [
      { queue: 'codes', counts: { waiting: 0, active: 1, delayed: 0, completed: 100, failed: 0 } },
      { queue: 'messages', counts: { waiting: 812, active: 4, delayed: 3, completed: 100, failed: 1 } },
    ],
    failed: [
      { queue: 'logouts', id: '17', name: 'deliver-logout', attempts: 8, failure: 'TimeoutError', at },
    ],
  },
  parked: [
    {
      id: '55555555-5555-4555-8555-555555555555',
      template: 'maintenance',
      attempts: 1,
      lastError: 'EENVELOPE-550',
      createdAt: at,
      returned: false,
    },
    {
      id: '56555555-5555-4555-8555-555555555555',
      template: 'incident',
      attempts: 1,
      lastError: 'returned-5.1.1',
      createdAt: at,
      returned: true,
    },
  ],
  returned: [{ agency: '0671516647' as EnterpriseNumber, contacts: 1, since: at }],
};

const mails =
  (parked: QueueView['parked']): PageExample['render'] =>
  (language) => {
    const [frame, staff] = [adminExampleFrame(language), exampleStaff('operations')];
    const { definition, rows } = mailList({ frame, staff, parked });
    const page = pageAsked(definition, rows, {});
    return <QueueListPage {...{ frame, staff, definition, page }} name="mails" />;
  };

export const queueExamples: readonly PageExample[] = [
  {
    name: 'operations-queues',
    render: (language) => (
      <QueuesPage frame={adminExampleFrame(language)} staff={exampleStaff('operations')} now={at} {...busy} />
    ),
  },
  {
    name: 'operations-queues-reader',
    render: (language) => (
      <QueuesPage
        frame={adminExampleFrame(language)}
        staff={exampleStaff('auditor')}
        now={at}
        {...busy}
        work={{ queues: [], failed: [] }}
      />
    ),
  },
  {
    name: 'operations-queues-no-answer',
    render: (language) => (
      <QueuesPage
        frame={adminExampleFrame(language)}
        staff={exampleStaff('operations')}
        now={at}
        work={undefined}
        parked={[]}
        returned={[]}
        gone
      />
    ),
  },
  { name: 'operations-queues-mails', render: mails(busy.parked) },
  { name: 'operations-queues-mails-none', render: mails([]) },
  {
    name: 'operations-queues-work-no-answer',
    render: (language) => {
      const [frame, staff] = [adminExampleFrame(language), exampleStaff('operations')];
      const { definition } = workList({ frame, staff, failed: [] });
      return <QueueListPage {...{ frame, staff, definition }} page={undefined} name="work" />;
    },
  },
  {
    name: 'operations-queues-returned',
    render: (language) => {
      const [frame, staff] = [adminExampleFrame(language), exampleStaff('operations')];
      const definition = returnedList(language, at);
      const page = pageAsked(definition, busy.returned, {});
      return <QueueListPage {...{ frame, staff, definition, page }} name="returned" />;
    },
  },
];

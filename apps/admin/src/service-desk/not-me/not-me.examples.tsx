import type { PageExample } from '#libs/ui';
import { pageOfRows, queryFor, selectRows } from '../../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../../gallery/example-frame.js';
import { notMeList } from './not-me-list.js';
import { NOT_ME_SUBJECTS, type NotMeReport } from './not-me-report.js';
import { NotMeListPage, NotMeReportPage } from './not-me.page.js';

const staff = exampleStaff('service-desk');
const at = new Date('2026-03-09T08:40:00Z');

const reports = NOT_ME_SUBJECTS.map((subject, index): NotMeReport => ({
  id: `${index}`,
  at: new Date(at.getTime() - index * 86_400_000),
  subject,
  suspended: index,
  reference: '7K3F-9QXM',
  handledAt: index > 2 ? at : undefined,
}));

const list = (
  rows: readonly NotMeReport[],
  asked: Readonly<Record<string, string>> = {},
): PageExample['render'] =>
  function page(language) {
    const definition = notMeList(language);
    const query = queryFor(definition, asked);
    const shown = pageOfRows(selectRows(definition, rows, query), query);
    return <NotMeListPage frame={frame(language)} staff={staff} definition={definition} page={shown} />;
  };

const one = (report: NotMeReport | undefined): PageExample['render'] =>
  function page(language) {
    if (report === undefined) throw new Error('there is no such example');
    return <NotMeReportPage frame={frame(language)} staff={staff} report={report} mayHandle />;
  };

export const notMeExamples: readonly PageExample[] = [
  { name: 'service-desk/not-me', render: list(reports) },
  { name: 'service-desk/not-me-none', render: list([]) },
  { name: 'service-desk/not-me-found-none', render: list(reports, { q: 'nothing like it' }) },
  { name: 'service-desk/not-me-report', render: one(reports[0]) },
  { name: 'service-desk/not-me-handled', render: one(reports[4]) },
];

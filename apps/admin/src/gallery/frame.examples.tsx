import type { EnterpriseNumber, Language } from '#libs/kernel';
import { Chart, Notice, type PageExample } from '#libs/ui';
import { AccountPage } from '../account/account.page.js';
import { AdminPage } from '../frame/admin-page.js';
import { ConfirmPage } from '../frame/form/confirm.page.js';
import { SurePage } from '../frame/form/sure.page.js';
import { ListTable } from '../frame/list/list-table.js';
import { pageOfRows, queryFor, selectRows, type ListDefinition } from '../frame/list/list.js';
import { HomePage } from '../home/home.page.js';
import { maintenanceTexts } from '../operations/maintenance/maintenance.texts.js';
import { adminExampleFrame as frame, exampleStaff } from './example-frame.js';

const person = { level: 450, authenticatedAt: new Date('2026-03-09T08:40:00Z') } as const;
const agency = '0671516647' as EnterpriseNumber;

interface Row {
  readonly name: string;
  readonly count: number;
  readonly open: boolean;
}

const ROWS: readonly Row[] = Array.from({ length: 30 }, (_, at) => ({
  name: `CSAM ${at + 1}`,
  count: (at * 37) % 101,
  open: at % 3 === 0,
}));

const list: ListDefinition<Row> = {
  caption: 'CSAM',
  columns: [
    { key: 'name', heading: 'CSAM', text: ({ name }) => name, cell: ({ name }) => <a href="/">{name}</a> },
    {
      key: 'count',
      heading: 'N',
      text: ({ count }) => String(count),
      order: ({ count }) => count,
      number: true,
    },
  ],
  filters: [
    { name: 'open', label: 'FAS', options: [{ value: 'yes', label: 'SMA' }], matches: ({ open }) => open },
  ],
};

function listExample(language: Language, asked: Record<string, string>, rows: readonly Row[]) {
  const query = queryFor(list, asked);
  const page = pageOfRows(selectRows(list, rows, query), query);
  return (
    <AdminPage frame={frame(language)} staff={exampleStaff()} title="CSAM" wide>
      <h1>CSAM</h1>
      <ListTable
        frame={frame(language)}
        path="/"
        definition={list}
        page={page}
        empty={<Notice>CSAM</Notice>}
      />
    </AdminPage>
  );
}

const labels = ['1', '2', '3', '4', '5', '6', '7'];

/** The frame of the administration: start pages, lists, confirmation, charts. */
export const frameExamples: readonly PageExample[] = [
  { name: 'home', render: (language) => <HomePage frame={frame(language)} /> },
  {
    name: 'account/manager',
    render: (language) => (
      <AccountPage
        frame={frame(language)}
        staff={exampleStaff('agency-manager')}
        person={person}
        held={[{ role: 'agency-manager', scope: { kind: 'agency', agency } }]}
      />
    ),
  },
  {
    name: 'account/no-role',
    render: (language) => (
      <AccountPage
        frame={frame(language)}
        staff={{ name: undefined, rights: new Set() }}
        person={person}
        held={[]}
      />
    ),
  },
  {
    name: 'frame/list',
    render: (language) => listExample(language, { page: '2', open: 'yes' }, [...ROWS, ...ROWS, ...ROWS]),
  },
  { name: 'frame/list-found-nothing', render: (language) => listExample(language, { q: 'x' }, ROWS) },
  {
    name: 'frame/confirm',
    render: (language) => (
      <ConfirmPage
        frame={frame(language)}
        staff={exampleStaff()}
        section="account"
        title="CSAM?"
        action="/"
        button="CSAM"
        back="/"
        problem="reasonMissing"
      >
        <p class="lead">CSAM</p>
      </ConfirmPage>
    ),
  },
  {
    name: 'frame/sure',
    render: (language) => (
      <SurePage
        frame={frame(language)}
        staff={exampleStaff('operations')}
        section="operations"
        title={maintenanceTexts.in(language)('askCancel')}
        follows={maintenanceTexts.in(language)('followsCancel')}
        action="/"
        button={maintenanceTexts.in(language)('cancel')}
        back="/"
      />
    ),
  },
  {
    name: 'frame/session-ends',
    render: (language) => (
      <HomePage frame={{ ...frame(language), limit: { seconds: 100, action: '/', of: 'session' } }} />
    ),
  },
  {
    name: 'frame/charts',
    render: (language) => (
      <AdminPage frame={frame(language)} staff={exampleStaff()} title="CSAM" wide>
        <h1>CSAM</h1>
        {(['bars', 'lines'] as const).map((kind) => (
          <Chart
            key={kind}
            kind={kind}
            language={language}
            title={`CSAM ${kind}`}
            description="FAS, SMA, APS"
            labels={labels}
            labelHeading="N"
            series={['eID', 'itsme', 'FAS', 'SMA', 'APS', 'CSAM'].map((name, at) => ({
              name,
              values: labels.map((_, day) => ((day + 2) * (at + 3) * 17) % 90),
            }))}
          />
        ))}
      </AdminPage>
    ),
  },
];

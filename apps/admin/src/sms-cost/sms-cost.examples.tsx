import type { EnterpriseNumber } from '#libs/kernel';
import type { PageExample } from '#libs/ui';
import { Problems, Typed } from '../frame/form/typed.js';
import { pageAsked } from '../frame/list/list.js';
import { adminExampleFrame as frame, exampleStaff } from '../gallery/example-frame.js';
import { application, now } from '../reports/example-reports.js';
import { capList } from './cap-list.js';
import { CapPage, CapsPage, type CapProblem } from './caps.page.js';
import { PricesPage, type PriceProblem } from './prices.page.js';
import { listedPrices, priceList } from './price-list.js';
import type { CappedApplication, Statement, StatementRow } from './sms-cost-desk.js';
import { statementList } from './statement-list.js';
import { StatementPage } from './statement.page.js';

const staff = exampleStaff();
const { agency } = application;

interface Payer {
  readonly number: EnterpriseNumber;
  readonly name: StatementRow['name'];
}

const library: Payer = {
  name: {
    nl: 'Bibliotheek Nergens',
    fr: 'Bibliothèque de Nulle Part',
    de: 'Bibliothek Nirgendwo',
    en: 'Nowhere Library',
  },
  number: '0999900348' as EnterpriseNumber,
};

const row = (
  messages: number,
  segments: number,
  amountCents: number,
  payer: Payer = agency,
): StatementRow => ({
  agency: payer.number,
  name: payer.name,
  period: '2026-02',
  messages,
  segments,
  priceCents: 4.35,
  amountCents,
});

const cap = {
  application: application.id,
  agency: agency.number,
  messages: 5_000,
  address: 'facturen@voorbeeldgemeente.example',
  language: 'nl',
  used: 4_210,
} as const;

const capped: readonly CappedApplication[] = [
  { ...application, cap },
  { ...application, environment: 'INT' },
];

const month = { month: '2026-02', final: true, priced: true };

const statementExample =
  (statement: Statement): PageExample['render'] =>
  (language) => (
    <StatementPage
      frame={frame(language)}
      {...{ staff, now, statement }}
      page={pageAsked(statementList(language), statement.rows, {})}
    />
  );

const capsExample =
  (applications: readonly CappedApplication[], kept = false): PageExample['render'] =>
  (language) => (
    <CapsPage
      frame={frame(language)}
      {...{ staff, kept }}
      page={pageAsked(capList(language, true), applications, {})}
    />
  );

/** Every state of the pages about the cost of text messages. */
export const smsCostExamples: readonly PageExample[] = [
  {
    name: 'sms-cost-statement',
    render: statementExample({
      ...month,
      rows: [row(12_400, 13_012, 56_602), row(301, 301, 1_309, library)],
    }),
  },
  {
    name: 'sms-cost-so-far',
    render: statementExample({ ...month, final: false, rows: [row(301, 301, 1_309)] }),
  },
  {
    name: 'sms-cost-no-price',
    render: statementExample({ ...month, final: false, priced: false, rows: [] }),
  },
  {
    name: 'sms-cost-prices',
    render: (language) => (
      <PricesPage
        frame={frame(language)}
        staff={staff}
        page={pageAsked(
          priceList(language),
          listedPrices(
            [
              { validFrom: '2026-07', cents: 5.1275 },
              { validFrom: '2026-01', cents: 4.35 },
            ],
            '2026-03',
          ),
          {},
        )}
        typed={Typed.of({ validFrom: '2026-02', cents: 'x' })}
        problems={new Problems<PriceProblem>({ validFrom: 'monthOver', cents: 'centsWrong' })}
      />
    ),
  },
  {
    name: 'sms-cost-prices-read-only',
    render: (language) => (
      <PricesPage
        frame={frame(language)}
        staff={exampleStaff('agency-manager')}
        page={pageAsked(priceList(language), [], {})}
      />
    ),
  },
  {
    name: 'sms-cost-caps',
    render: capsExample(capped, true),
  },
  {
    name: 'sms-cost-no-caps',
    render: capsExample([]),
  },
  {
    name: 'sms-cost-cap',
    render: (language) => (
      <CapPage
        frame={frame(language)}
        {...{ staff, application }}
        typed={Typed.of({ messages: '0', address: 'facturen' })}
        problems={new Problems<CapProblem>({ messages: 'messagesWrong', address: 'addressWrong' })}
      />
    ),
  },
];
